using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Telling;

/// <summary>
/// The one place that decides what a reader is told of restricted needs, on every way out. Coordinators work on them and are
/// told all. To other staff nothing is told that speaks of one: a masked pair would still tell by its supplier and its reasons
/// whose need it is, and in which area. Of a pair that concerns it a party knows the pair; the title is the hromada's own.
/// </summary>
internal sealed class NeedSight
{
    private readonly Caller _caller;
    private readonly HashSet<Guid> _restricted;

    private NeedSight(Caller caller, IEnumerable<Guid> restricted) => (_caller, _restricted) = (caller, [.. restricted]);

    /// <summary>The needs of which this reader is not told that there is anything; empty when nothing is hidden.</summary>
    public IReadOnlySet<Guid> Hidden => HidesPairs ? _restricted : new HashSet<Guid>();

    // Parties see only what they were asked; who that is, the lists of proposals and partnerships decide.
    private bool HidesPairs => _caller is { Kind: CallerKind.Staff } && !_caller.IsCoordinator();

    /// <summary>What <paramref name="caller"/> is told.</summary>
    public static async Task<NeedSight> LoadAsync(MatchingDb db, Caller caller, CancellationToken cancellationToken) => new(
        caller,
        caller.IsCoordinator() ? [] : await db.RestrictedNeeds.Select(need => need.Id).ToListAsync(cancellationToken));

    /// <summary>Whether the reader is told of anything that speaks of <paramref name="need"/>.</summary>
    public bool Tells(StoredNeed need) => !HidesPairs || !IsRestricted(need);

    /// <summary>Whether the reader is told what is needed; <paramref name="isOwn"/> says that it acts for the hromada.</summary>
    public bool TellsTitle(StoredNeed need, bool isOwn = false) => isOwn || _caller.IsCoordinator() || !IsRestricted(need);

    /// <summary>The plan as the reader is told it.</summary>
    public StoredPlan Of(StoredPlan plan) => plan with
    {
        Matches = [.. plan.Matches.Where(match => Tells(match.Need))],
        Unmatched = [.. plan.Unmatched.Where(unmatched => Tells(unmatched.Need))],
        // What stands after the sentence of the supplier alone speaks of the nearest need, whichever it is.
        Idle = HidesPairs ? [.. plan.Idle.Select(idle => idle with { Reasons = [.. idle.Reasons.Where(Idle.IsOfSupplierAlone)] })] : plan.Idle,
    };

    // As it was when it was looked at, or as it is now: whoever restricts a need later hides what was told before.
    private bool IsRestricted(StoredNeed need) => need.Sensitivity == Sensitivity.Restricted || _restricted.Contains(need.Id);
}
