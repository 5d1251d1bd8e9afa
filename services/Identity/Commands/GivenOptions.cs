namespace Kommunebro.Identity.Commands;

/// <summary>What was given after a command's verb: pairs of an option and its value, each option at most once.</summary>
internal sealed class GivenOptions
{
    private readonly Dictionary<string, string> _values;

    private GivenOptions(Dictionary<string, string> values) => _values = values;

    /// <summary>The value of an option; null when it was not given.</summary>
    public string? this[string option] => _values.GetValueOrDefault(option);

    /// <summary>Reads them; null when an option is not among <paramref name="known"/>, stands twice or has no value.</summary>
    public static GivenOptions? Of(string[] args, params IReadOnlyList<string> known)
    {
        if (args.Length % 2 != 0)
            return null;
        var given = args.Chunk(2).ToLookup(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return given.All(option => known.Contains(option.Key) && option.Count() == 1)
            ? new GivenOptions(given.ToDictionary(option => option.Key, option => option.Single(), StringComparer.Ordinal))
            : null;
    }

    /// <summary>The values of an option between commas; null when it was not given.</summary>
    public IReadOnlyList<string>? List(string option) => this[option]?.Split(',', StringSplitOptions.TrimEntries);
}
