using Kommunebro.Contracts;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>
/// A need as a client sends it, to submit or to revise. Everything may be missing here, and choices are plain names,
/// so that <see cref="NeedRules"/> can tell all that is wrong at once.
/// </summary>
/// <param name="Municipality">The hromada's KATOTTG code: UA and 17 digits.</param>
/// <param name="Title">What is needed, 3 to 200 characters in each language given; at least one.</param>
/// <param name="Description">More about it, at most 4000 characters in each language.</param>
/// <param name="Area">Code of an area of the code list, e.g. "WAT".</param>
/// <param name="Horizon">acute (within 3 months), medium (3 to 12 months) or long.</param>
/// <param name="Urgency">1 low, 2 normal, 3 high, 4 critical.</param>
/// <param name="UrgencyReason">Why it is high or critical, at most 1000 characters; demanded from 3.</param>
/// <param name="DesiredModes">How the hromada wants to be helped; empty means any.</param>
/// <param name="PersonDays">Effort, 1 to 20000 person-days; not together with a band.</param>
/// <param name="EffortBand">small, medium or large.</param>
/// <param name="Languages">Languages in which the hromada can work, 1 to 8 codes of ISO 639-1.</param>
/// <param name="Sensitivity">public, partners or restricted.</param>
/// <param name="NeededBy">yyyy-MM-dd, from today in Ukraine to ten years ahead.</param>
/// <param name="Illustrative">True for an example that makes no statement about the hromada.</param>
public sealed record NeedRequest(
    string? Municipality = null,
    TextInLanguages? Title = null,
    TextInLanguages? Description = null,
    string? Area = null,
    string? Horizon = null,
    int? Urgency = null,
    string? UrgencyReason = null,
    IReadOnlyList<string?>? DesiredModes = null,
    int? PersonDays = null,
    string? EffortBand = null,
    IReadOnlyList<string?>? Languages = null,
    string? Sensitivity = null,
    string? NeededBy = null,
    bool Illustrative = false);

/// <summary>A text as a client sends it, in Norwegian bokmål, Ukrainian and English; any may be missing.</summary>
public sealed record TextInLanguages(string? Nb = null, string? Uk = null, string? En = null)
{
    /// <summary>What <paramref name="take"/> makes of each language's text and field, or null when no language was given.</summary>
    internal LocalizedText? Take(string field, Func<string?, string, string?> take) =>
        this is { Nb: null, Uk: null, En: null }
            ? null
            : new LocalizedText(take(Nb, $"{field}.nb"), take(Uk, $"{field}.uk"), take(En, $"{field}.en"));
}
