using System.Globalization;

namespace Kommunebro.Registry.Imports;

/// <summary>What is said about an upload; each register takes those that are named for it.</summary>
/// <param name="File">The file's name, whose end says of which form it is, e.g. kodifikator.xlsx.</param>
/// <param name="DryRun">Whether only to say what would change.</param>
/// <param name="Order">territory: number of the order.</param>
/// <param name="Published">territory: the day of the order or of its latest amendment.</param>
/// <param name="AsOf">klass, enhetsregisteret, geonorge, attributes, relations: the day that the file is of; today when not given.</param>
/// <param name="Classification">klass: 131 municipalities (when not given) or 104 counties.</param>
/// <param name="Target">klass: 128 centrality or 112 KOSTRA groups, of a correspondence.</param>
public sealed record ImportQuery(string? File, bool? DryRun, string? Order, DateOnly? Published, DateOnly? AsOf, int? Classification, int? Target)
{
    /// <summary>As the command would take it.</summary>
    internal ImportOptions? ToOptions(string language) => ImportOptions.Read(
    [
        "--lang", language,
        .. DryRun is true ? ["--dry-run"] : Array.Empty<string>(),
        .. Given("--order", Order),
        .. Given("--published", Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        .. Given("--as-of", AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        .. Given("--classification", Classification?.ToString(CultureInfo.InvariantCulture)),
        .. Given("--target", Target?.ToString(CultureInfo.InvariantCulture)),
    ]);

    private static string[] Given(string option, string? value) => value is null ? [] : [option, value];
}
