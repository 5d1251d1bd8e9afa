using System.Globalization;

namespace Kommunebro.Bench.Engine;

/// <summary>The arguments of a command: options with a value, options without one, and files.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<string> _files = [];

    /// <param name="args">What was written.</param>
    /// <param name="withValue">Options that a value follows.</param>
    /// <param name="flags">Options without a value.</param>
    /// <exception cref="UsageException">There is no such option, it stands there twice, or its value is missing.</exception>
    public Arguments(string[] args, string[] withValue, params string[] flags)
    {
        for (var at = 0; at < args.Length; at++)
        {
            var name = args[at];
            if (!name.StartsWith("--", StringComparison.Ordinal)) _files.Add(name);
            else if (!withValue.Contains(name) && !flags.Contains(name)) throw new UsageException($"There is no option '{name}' here.");
            else if (withValue.Contains(name) && at + 1 == args.Length) throw new UsageException($"'{name}' has no value.");
            else if (!_values.TryAdd(name, flags.Contains(name) ? "" : args[++at])) throw new UsageException($"'{name}' stands there twice.");
        }
    }

    /// <summary>What is no option.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Whether the option is there.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The option's value; null when it is not there.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <summary>A whole number.</summary>
    public int Whole(string name, int byDefault, int least, int most)
    {
        if (Text(name) is not { } text) return byDefault;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException($"'{name}' takes a whole number from {least} to {most}, not '{text}'.");
    }

    /// <summary>A number above 0; null when the option is not there.</summary>
    public double? Positive(string name, double most)
    {
        if (Text(name) is not { } text) return null;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
            ? number
            : throw new UsageException($"'{name}' takes a number above 0, at most {most}, not '{text}'.");
    }

    /// <summary>Nothing but options may be there.</summary>
    public void RefuseFiles()
    {
        if (_files.Count > 0) throw new UsageException($"'{_files[0]}' has no meaning here.");
    }
}
