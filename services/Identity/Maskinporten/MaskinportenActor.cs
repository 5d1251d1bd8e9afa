namespace Kommunebro.Identity.Maskinporten;

/// <summary>How a partner is called that got its token for one of Maskinporten's: by its organisation number. No client's id looks so.</summary>
internal static class MaskinportenActor
{
    /// <summary>The client at which all of them ask. It is public: the token of Maskinporten is what opens.</summary>
    public const string Client = "maskinporten";

    private const string Prefix = $"{Client}-";

    /// <summary>The subject of its tokens.</summary>
    public static string Of(string number) => Prefix + number;

    /// <summary>The organisation number in a subject; null when it is another kind of client.</summary>
    public static string? NumberOf(string subject) =>
        subject.StartsWith(Prefix, StringComparison.Ordinal) ? subject[Prefix.Length..] : null;
}
