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
/// <param name="Kind">knowledge, institutional, equipment, infrastructure, psychosocial or people_to_people.</param>
/// <param name="SecondaryAreas">Codes of at most 5 other areas that it touches.</param>
/// <param name="Translations">The languages whose texts are translations; at least one language stays the original.</param>
/// <param name="PeopleAffected">How many people it concerns.</param>
/// <param name="Quantity">How much is asked for, with its unit.</param>
/// <param name="Season">winter, spring, summer or autumn: when it is felt.</param>
/// <param name="Readiness">idea, concept, documented or in_dream (then with dreamId).</param>
/// <param name="DreamId">The project's id in DREAM: DREAM-UA-DDMMYY-XXXXXXXX.</param>
/// <param name="RdnaSector">Sector of the Rapid Damage and Needs Assessment, e.g. water_supply_and_sanitation.</param>
/// <param name="Cost">The estimated cost with its currency, and what the hromada pays of it.</param>
/// <param name="Constraints">What stands in the way, at most 2000 characters.</param>
/// <param name="Wishes">What the hromada wishes of a partner, at most 1000 characters; AUC and KS read it.</param>
/// <param name="Vetoes">What it will not have, at most 1000 characters; AUC and KS read it.</param>
/// <param name="LocationPrecision">How precisely others are told where it is: hromada (when not given), oblast or none.</param>
/// <param name="Source">self, umbrella, import or dream, and for staff auc_call or auc_visit; when not given self, and auc_call for staff.</param>
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
    bool Illustrative = false,
    string? Kind = null,
    IReadOnlyList<string?>? SecondaryAreas = null,
    TranslationsRequest? Translations = null,
    PeopleRequest? PeopleAffected = null,
    QuantityRequest? Quantity = null,
    string? Season = null,
    string? Readiness = null,
    string? DreamId = null,
    string? RdnaSector = null,
    CostRequest? Cost = null,
    string? Constraints = null,
    string? Wishes = null,
    string? Vetoes = null,
    string? LocationPrecision = null,
    string? Source = null);

/// <summary>A text as a client sends it, in Norwegian bokmål, Ukrainian and English; any may be missing.</summary>
public sealed record TextInLanguages(string? Nb = null, string? Uk = null, string? En = null)
{
    /// <summary>What <paramref name="take"/> makes of each language's text and field, or null when no language was given.</summary>
    internal LocalizedText? Take(string field, Func<string?, string, string?> take) =>
        this is { Nb: null, Uk: null, En: null }
            ? null
            : new LocalizedText(take(Nb, $"{field}.nb"), take(Uk, $"{field}.uk"), take(En, $"{field}.en"));
}
