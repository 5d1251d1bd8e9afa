using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>What one area of an offer must hold to.</summary>
internal static class OfferedAreaRules
{
    /// <summary>Notes what is wrong with <paramref name="area"/>.</summary>
    /// <param name="rules">Takes the notes.</param>
    /// <param name="field">Where it stands, e.g. "areas[0]".</param>
    /// <param name="area">The area; null is what JSON may hold.</param>
    /// <param name="total">Person-days over all areas.</param>
    /// <param name="known">All codes of areas.</param>
    /// <param name="seen">The codes that stood before it; its own is added.</param>
    public static void Note(
        Rules rules, string field, OfferedAreaInput? area, int? total, IReadOnlySet<string> known, HashSet<string> seen)
    {
        if (area is null)
        {
            rules.Required(false, field);
            return;
        }

        rules
            .Check(known.Contains(area.Area), $"{field}.area", "unknown_area", "No area has this code; see /api/v1/areas.")
            .Check(seen.Add(area.Area), $"{field}.area", "stands_twice", "This area stands twice.")
            .Check(area.Level is >= 1 and <= 4, $"{field}.level", "out_of_range", "1 basic, 2 experienced, 3 strong, 4 national front-runner.")
            .Required(area.Modes.Count > 0, $"{field}.modes")
            .Check(area.Modes.Distinct().Count() == area.Modes.Count, $"{field}.modes", "stands_twice", "A mode stands twice.")
            .PersonDays(area.PersonDays, $"{field}.personDays")
            .Check(
                total is null or < 1 || area.PersonDays is null || area.PersonDays <= total,
                $"{field}.personDays", "above_total", "An area cannot have more person-days than all areas together.")
            .Block(area.Evidence, $"{field}.evidence");
        rules.WebAddress(area.EvidenceAddress, $"{field}.evidenceAddress", secure: true);
    }
}
