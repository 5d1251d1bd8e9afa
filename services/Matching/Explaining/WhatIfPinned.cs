using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Explaining;

/// <summary>A question what it would mean if the plan had to have a match.</summary>
/// <param name="Supplier">The supplier's official code.</param>
/// <param name="Need">The need's id.</param>
/// <param name="Quarters">1 to 4 quarters of a need that is large enough to be shared; as many as the supplier can take when not given.</param>
public sealed record WhatIfRequest(string? Supplier = null, Guid? Need = null, int? Quarters = null);

/// <summary>What became of the question.</summary>
public enum WhatIfResult
{
    /// <summary>The match is in the plan as it is.</summary>
    InPlan,

    /// <summary>It cannot be: a hard rule or a limit forbids it, whatever the plan.</summary>
    Conflict,

    /// <summary>It could be, at this cost.</summary>
    Priced,
}

/// <summary>What it would mean if the plan had to have a match.</summary>
/// <param name="Run">The run.</param>
/// <param name="Supplier">Who would help.</param>
/// <param name="Need">What would be met.</param>
/// <param name="Pin">The match.</param>
/// <param name="Result">What became of the question.</param>
/// <param name="Broken">The rule or limit that forbids it.</param>
/// <param name="Cost">What it would cost.</param>
/// <param name="Reasons">The same for people.</param>
internal sealed record FoundCost(
    RecalledRun Run, StoredParty Supplier, StoredNeed Need, Pin Pin, WhatIfResult Result, string? Broken, PinCost? Cost, IReadOnlyList<Sentence> Reasons)
{
    /// <summary>What would change, as far as the reader is told of it.</summary>
    public IReadOnlyList<(ShareChange Change, StoredNeed Need)> Changes =>
        [.. (Cost?.Changes ?? []).Select(change => (change, Run.Find(change.NeedId)!)).Where(change => Run.Sight.Tells(change.Item2))];

    /// <summary>How many changes are left out.</summary>
    public int Masked => (Cost?.Changes.Count ?? 0) - Changes.Count;
}

/// <summary>Searches the plan of a run afresh with a match that it must have, and tells what that would cost and displace. Nothing is kept.</summary>
internal sealed class WhatIfPinned(RecallRun recall, WhatIfSolver solver)
{
    /// <summary>The answer, by the data of now.</summary>
    /// <exception cref="Refusal">
    /// 400 missing_field, unknown_municipality, unknown_need, out_of_range, not_shareable; 409 offer_not_available, need_taken; also
    /// <see cref="RecallRun.LoadAsync"/>.
    /// </exception>
    public async Task<FoundCost> RunAsync(Guid id, WhatIfRequest request, CancellationToken cancellationToken)
    {
        AskedPair.Enforce(request.Supplier, request.Need);
        var run = await recall.LoadAsync(id, cancellationToken);
        var (supplier, need, problem) = (run.Supplier(request.Supplier!), run.Need(request.Need!.Value), run.Loaded.Problem);
        RequireOpen(problem, supplier.Id, need.Id);
        var candidates = CandidateSet.Of(problem, cancellationToken);
        var pin = new Pin(supplier.Id, need.Id, QuartersOf(candidates, supplier.Id, need.Id, request.Quarters));
        var why = WhyNot.Of(candidates, run.Shares, run.Plan.Optimal, supplier.Id, need.Id);
        var planned = run.Shares.FirstOrDefault(share => (share.SupplierId, share.NeedId) == (supplier.Id, need.Id)).Quarters;
        if (why.Kind is WhyNotKind.InPlan && planned == (request.Quarters ?? planned))
            return new FoundCost(run, supplier, need, pin with { Quarters = planned }, WhatIfResult.InPlan, null, null, why.Reasons);
        return await PriceAsync(run, candidates, supplier, need, pin, cancellationToken);
    }

    private async Task<FoundCost> PriceAsync(
        RecalledRun run, CandidateSet candidates, StoredParty supplier, StoredNeed need, Pin pin, CancellationToken cancellationToken)
    {
        try
        {
            var pinned = new PinnedProblem(candidates, run.Shares, pin);
            var cost = pinned.Judge(await solver.SolveAsync(pinned.Model, cancellationToken));
            return new FoundCost(run, supplier, need, pin, WhatIfResult.Priced, null, cost, PinTexts.Of(cost));
        }
        catch (InvalidProblemException conflict) when (conflict.Rule == "pins_conflict")
        {
            return new FoundCost(
                run, supplier, need, pin, WhatIfResult.Conflict, conflict.Broken, null, PinTexts.Conflict(candidates.Problem, pin, conflict.Broken));
        }
    }

    private static void RequireOpen(Problem problem, Guid supplier, Guid need)
    {
        if (!problem.SupplierById.ContainsKey(supplier))
            throw new Refusal(RefusalKind.Conflict, "offer_not_available", "The supplier has no available offer.", "supplier");
        if (!problem.NeedById.ContainsKey(need))
            throw new Refusal(RefusalKind.Conflict, "need_taken", "The need is met, given away or withdrawn since the run.", "need");
    }

    private static int QuartersOf(CandidateSet candidates, Guid supplier, Guid need, int? asked)
    {
        if (asked is not { } quarters)
            return PinnedProblem.MostQuarters(candidates, supplier, need);
        var isShared = candidates.Problem.Scenario.Sharing.Allows(candidates.Problem.NeedById[need]);
        new Rules()
            .Check(quarters is >= 1 and <= Share.Whole, "quarters", "out_of_range", "From 1 to 4 quarters.")
            .Check(isShared || quarters == Share.Whole, "quarters", "not_shareable", "This need is not large enough to be shared.")
            .Enforce();
        return quarters;
    }
}
