using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>What matching would tell of the places in <see cref="Samples"/>.</summary>
public static class MatchingSamples
{
    public static IReadOnlyList<Criterion> Criteria =>
    [
        new() { Code = "area_fit", Name = "Fit of the area", Points = 290, MaxPoints = 300, Reasons = { "Drammen has a strong water department." } },
        new() { Code = "capacity", Name = "Capacity for the urgency", Points = 250, MaxPoints = 300, Reasons = { "40 of 120 person-days." } },
        new() { Code = "language", Name = "Language", Points = 100, MaxPoints = 200, Reasons = { "English in common." } },
        new() { Code = "profile", Name = "Similar profile", Points = 112, MaxPoints = 200, Missing = true, Reasons = { "The climate zone is not known." } },
    ];

    public static Proposal Proposal => new()
    {
        ProposalId = Samples.ProposalId, Version = 5, Status = "proposed", Origin = "run", RunId = Samples.RunId, Supplier = Samples.Supplier,
        Need = Samples.Summary, AreaCode = "WAT", Area = "Water supply", PersonDays = 40, PersonDaysAssumed = true, Score = 752,
        Criteria = { Criteria }, Why = "Drammen can advise Vinnytsia on pumping stations.", Conditions = { "Remote advice only at first." },
        Assumed = { "40 person-days follow from the size of the town." }, ProposedAt = "2026-11-22T09:00:00Z", Illustrative = true,
        Auc = new Approval { By = "staff:auc", At = "2026-11-22T10:00:00Z" }, Steps = { "approve_ks", "withdraw", "record_supplier_answer" },
        History = { new TimelineEntry { At = "2026-11-22T09:00:00Z", Action = "proposal.propose", Who = "service:matching" } },
    };

    public static Partnership Partnership => new()
    {
        PartnershipId = Samples.PartnershipId, Version = 7, Stage = "first_talk", Origin = "proposal", ProposalId = Samples.ProposalId,
        Supplier = Samples.Supplier, Hromada = Samples.Receiver, Needs = { Samples.Summary }, AreaCode = "WAT", Area = "Water supply",
        PersonDays = 40, StartedAt = "2026-11-22T12:00:00Z", FollowUpOn = "2026-12-06", NextStages = { "exploring", "letter_of_intent", "cancelled" },
        Timeline =
        {
            new TimelineEntry { At = "2026-11-22T12:00:00Z", Action = "partnership.start", Who = "service:matching" },
            new TimelineEntry { At = "2026-11-23T12:00:00Z", Action = "partnership.note", Who = "staff:ks", Text = "They will meet by video.", On = "2026-12-06" },
        },
    };

    public static Run Completed => new()
    {
        RunId = Samples.RunId, Version = 4, Status = "completed", RequestedAt = "2026-11-22T08:00:00Z", RequestedBy = "staff:ks",
        StartedAt = "2026-11-22T08:00:01Z", FinishedAt = "2026-11-22T08:00:09Z", Attempt = 1, Proposals = 12, Unmatched = 1, Optimal = true,
    };

    public static Run Repaired => new(Completed)
    {
        RunId = Samples.RepairId, RequestedAt = "2026-11-22T09:00:00Z", Repair = true, Optimal = false, RequestedBy = "service:matching",
    };

    public static Run Running => new()
    {
        RunId = Samples.RunningId, Version = 2, Status = "running", RequestedAt = "2026-11-23T08:00:00Z", RequestedBy = "staff:ks",
        StartedAt = "2026-11-23T08:00:01Z", Attempt = 1, Step = "master", Pairs = 5120, Stage = "coverage", Reached = 31, Bound = 40,
    };

    /// <summary>A repair does not look for a plan without fairness.</summary>
    public static Figures FiguresOfRepair
    {
        get
        {
            var figures = new Figures(Figures);
            figures.ClearPriceOfFairness();
            figures.ClearPriceOfFairnessAtMost();
            return figures;
        }
    }

    public static Figures Figures => new()
    {
        Value = 123_456, PriceOfFairness = 700, PriceOfFairnessAtMost = 900, GiniPermille = 412, TenthPercentileDays = 6,
        SmallSuppliers = 4, SmallUsedDays = 80, SmallAvailableDays = 120, BlockingPairs = 5,
        ByOblast = { new CoverageFigure { Code = "05", Name = "Vinnytska", Hromadas = 3, Coverable = 2, Covered = 1 } },
        ByCategory = { new CoverageFigure { Code = "undecided", Name = "undecided", Hromadas = 3, Coverable = 2, Covered = 1 } },
    };

    public static ComparedRun Compared(string run, int matched) => new()
    {
        RunId = run, RequestedAt = "2026-11-22T08:00:00Z", InputsHash = $"{matched}", PlanHash = "b", Needs = 3, Matched = matched, Hromadas = 3, HromadasHelped = 1,
        Suppliers = 2, SuppliersUsed = 1, PersonDays = 40, Score = 752, Figures = Figures,
        Stages = { new StageLevel { Stage = "coverage", Level = 1, Reached = 500, Bound = 500 }, new StageLevel { Stage = "value", Reached = 99, Bound = 100 } },
    };

    public static Shortlist Shortlist => new()
    {
        Candidates =
        {
            new Candidate
            {
                Supplier = Samples.Supplier, Need = Samples.Summary, AreaCode = "WAT", Area = "Water supply", PersonDays = 40, PersonDaysAssumed = true,
                Score = 752, Criteria = { Criteria }, Why = "Drammen can advise Vinnytsia.", Conditions = { "Remote at first." }, Assumed = { "The effort." },
            },
        },
        Openings = { "relocated_administration", "displaced_residents" },
    };

    public static AskedParty Asked => new()
    {
        Side = "hromada", Open = true, Supplier = Samples.Supplier, Hromada = Samples.Receiver, NeedTitle = "Repair of the pumping station",
        Area = "Water supply", PersonDays = 40, Why = "Drammen can advise you on pumping stations.", Conditions = { "Remote advice only at first." },
    };

    public static Overview Overview => new()
    {
        Needs = 120, NeedsCovered = 48, Hromadas = 60, HromadasCovered = 30, CapacityPersonDays = 4200, ReservedPersonDays = 300, InUsePersonDays = 900,
        WaitsForKsKey = 7, WaitsForAucKey = 3, WaitsForSupplier = 4, WaitsForHromada = 2, FollowUpsDue = 1, LatestRun = Completed,
        Partnerships = { new StageCount { Stage = "first_talk", Partnerships = 2 }, new StageCount { Stage = "active", Partnerships = 5 } },
    };
}
