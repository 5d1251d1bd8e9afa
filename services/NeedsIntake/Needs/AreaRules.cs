using Kommunebro.NeedsIntake.Directory;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>The areas of a request.</summary>
/// <param name="Own">The need's own; null when not given.</param>
/// <param name="Secondary">Those that it touches, too.</param>
/// <param name="Before">Those that the need names already.</param>
internal sealed record NamedAreas(string? Own, IReadOnlyList<string> Secondary, IReadOnlyList<string> Before);

/// <summary>Which areas a need may name: those of registry's code list that are in use, and those that it names already.</summary>
internal static class AreaRules
{
    /// <summary>Notes unknown_area, and deprecated_area from the day on that the code list says; the directory is asked once for all.</summary>
    /// <exception cref="Refusal">Unavailable directory_not_ready.</exception>
    public static async Task AreasAsync(this Rules rules, DirectoryLookup directory, NamedAreas named, DateOnly today, CancellationToken cancellationToken)
    {
        var secondary = named.Secondary.Select((code, i) => (Code: code, Field: $"secondaryAreas[{i}]"));
        var asked = (named.Own is null ? secondary : secondary.Prepend((Code: named.Own, Field: "area"))).Where(area => rules.IsArea(area.Code, area.Field)).ToList();
        var codes = asked.Select(area => area.Code).ToList();
        var known = await directory.AreasAmongAsync(codes, cancellationToken);
        if (codes.Exists(code => !known.ContainsKey(code)))
            await directory.RequireReadyAsync(cancellationToken);
        foreach (var (code, field) in asked)
            if (!known.TryGetValue(code, out var area))
                rules.Check(false, field, "unknown_area", "No area has this code; see the code list of areas.");
            else if (area.DeprecatedSince <= today && !named.Before.Contains(code, StringComparer.Ordinal))
                rules.Check(
                    false, field, "deprecated_area",
                    area.ReplacedBy is { } replacement ? $"This area is not used any more; its place took {replacement}." : "This area is not used any more.");
    }
}
