using Kommunebro.Contracts.Needs.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>A need that is being written, and one that was told before.</summary>
public static class WritingSamples
{
    public const string DraftId = "0192f0c0-0000-7000-8000-000000000041";

    public const string AlikeId = "0192f0c0-0000-7000-8000-000000000042";

    public static NeedDraft Draft => new()
    {
        DraftId = DraftId, Version = 2, HromadaNames = Samples.Need.HromadaNames, ChangedAt = "2026-11-20T22:30:00Z",
        Fields =
        {
            ["municipality"] = Samples.HromadaCode, ["area"] = "WAT", ["title.uk"] = "Ремонт насосної станції", ["languages"] = "uk, en, ro",
            ["cost.estimated"] = "1250000.5", ["cost.currency"] = "UAH", ["rdnaSector"] = "water_supply_and_sanitation", ["source"] = "dream",
        },
        Asked = { "description", "personDays", "kind", "desiredModes", "cost", "readiness", "title.en" },
        Missing =
        {
            new MissingField { Field = "horizon", Demanded = true, Why = new Text { Nb = "Må til.", Uk = "Обов’язково.", En = "It cannot be submitted without." } },
            new MissingField { Field = "cost", Why = new Text { Nb = "Et anslag", Uk = "Оцінка", En = "An estimate" } },
        },
    };

    public static LikelyDuplicate Alike
    {
        get
        {
            var need = Samples.Need;
            (need.NeedId, need.Status, need.Urgency) = (AlikeId, "verified", 2);
            return new LikelyDuplicate { Need = need, Likeness = 0.87, Reasons = { "title_alike", "same_area", "more_urgent" }, DaysApart = 365, Relation = "related", Note = "Two halls of one station.", Version = 4 };
        }
    }
}
