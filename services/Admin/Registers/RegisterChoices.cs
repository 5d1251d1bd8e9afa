namespace Kommunebro.Admin.Registers;

/// <summary>The official registers that come in as files, and what is said of a file of each.</summary>
public static class RegisterChoices
{
    /// <summary>By their words in registry.</summary>
    public static readonly IReadOnlyList<string> Registers = ["katottg", "territory", "klass", "enhetsregisteret", "geonorge", "attributes", "relations"];

    public static readonly IReadOnlyList<string> ReviewStatuses = ["open", "settled"];

    public static readonly IReadOnlyList<string> Classifications = ["131", "104"];

    public static readonly IReadOnlyList<string> Targets = ["128", "112"];

    /// <summary>The fields that a file of <paramref name="register"/> has beside it.</summary>
    public static IReadOnlyList<string> FieldsOf(string register) => register switch
    {
        "katottg" => [],
        "territory" => ["order", "published"],
        "klass" => ["classification", "target", "asOf"],
        _ => ["asOf"],
    };

    /// <summary>The endings of names of its files.</summary>
    public static string EndingsOf(string register) => register switch
    {
        "katottg" => ".xlsx,.csv",
        "territory" => ".docx,.csv",
        "attributes" or "relations" => ".csv",
        _ => ".json",
    };
}
