using System.Runtime.CompilerServices;

namespace Kommunebro.Tests.Registry.OfficialCodes;

/// <summary>A test on the full official registers: left out, with a line that says so, where no folder with them is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceDataFactAttribute : FactAttribute
{
    private const string Variable = "KOMMUNEBRO_REFERENCE_DATA";

    private static readonly Lazy<string?> Given = new(() =>
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(folder))
            Console.Error.WriteLine(
                $"Left out: tests on the full registers. Set {Variable} to a folder with norway-municipalities.csv (Statistics Norway, " +
                "KLASS 131) and ukraine-hromadas.csv (KATOTTG, data.gov.ua).");
        return string.IsNullOrEmpty(folder) ? null : folder;
    });

    public ReferenceDataFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Explicit = Given.Value is null;

    public static string Folder => Given.Value ?? throw new InvalidOperationException($"{Variable} is not set.");
}
