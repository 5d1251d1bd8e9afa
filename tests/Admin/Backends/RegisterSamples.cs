using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>What registry's pages for offers, registers, history and initiatives show.</summary>
public static class RegisterSamples
{
    public const string OfferId = "0192f0c0-0000-7000-8000-000000000201";
    public const string DraftOfferId = "0192f0c0-0000-7000-8000-000000000202";
    public const string InterestId = "0192f0c0-0000-7000-8000-000000000211";
    public const string ReviewId = "0192f0c0-0000-7000-8000-000000000221";
    public const string SettledReviewId = "0192f0c0-0000-7000-8000-000000000222";
    public const string InitiativeId = "0192f0c0-0000-7000-8000-000000000301";
    public const string EndedInitiativeId = "0192f0c0-0000-7000-8000-000000000302";

    public static Interest Interest => new() { Id = InterestId, Text = "Vi vil gjerne bidra med vann.", ReceivedAt = "2026-10-01T10:00:00Z", Status = "received" };

    public static OfferDetail Offer => new()
    {
        OfferId = OfferId, Version = 3, MunicipalityCode = "3301", MunicipalityNames = Samples.Drammen, Status = "available",
        Content = new OfferContent
        {
            Areas =
            {
                new OfferedArea { AreaCode = "WAT", Level = 3, Modes = { "advice_remote", "expert_visit" }, PersonDays = 40 },
                new OfferedArea { AreaCode = "SCH", Level = 2, Modes = { "study_visit_host" } },
            },
            PersonDays = 120, Terms = { "short", "long" }, Languages = { "nb", "en" }, MaxPartnerships = 2, Travel = "ukraine_west",
            Text = new LocalizedText { Nb = "Vi har drevet vannverk siden 1866." }, ExpressionOfInterestId = InterestId,
            AvailableFrom = "2026-09-01", AvailableTo = "2027-06-30", Learns = { "DIG" }, Anchoring = "council_decision", AnchoredOn = "2026-06-18",
            Evidence = { new AreaEvidence { AreaCode = "WAT", Text = "Vi driver to vannverk.", Address = "https://drammen.example/vann" } },
            Vetoes = { Samples.HromadaCode },
        },
        Places = { new NamedPlace { Code = Samples.HromadaCode, Name = "Vyshnivetska" } },
        SubmittedAt = "2025-12-01T10:00:00Z", ChangedAt = "2026-11-20T10:00:00Z", LastConfirmedAt = "2025-12-01T10:00:00Z", ConfirmBy = "2026-12-01",
        ConfirmationDue = true, ReservedPersonDays = 40, Partnerships = 1, Interest = Interest, Steps = { "revise", "confirm", "pause", "withdraw" },
    };

    public static OfferDetail Draft
    {
        get
        {
            var draft = Offer;
            (draft.OfferId, draft.Version, draft.Status, draft.ConfirmationDue, draft.Interest) = (DraftOfferId, 1, "draft", false, null);
            draft.Steps.Clear();
            draft.Steps.Add(["revise", "hand_in", "withdraw"]);
            return draft;
        }
    }

    public static Review Review => new()
    {
        ReviewId = ReviewId, Version = 1, Register = "enhetsregisteret", Source = "enheter.json", Code = "3301", Field = "organisasjonsnummer",
        Text = "The register has another organisation number. “921234554”", Status = "open", RaisedAt = "2026-11-20T10:00:00Z",
    };

    public static Review Settled
    {
        get
        {
            var review = Review;
            (review.ReviewId, review.Version, review.Status, review.SettledAt, review.Note) = (SettledReviewId, 2, "settled", "2026-11-21T10:00:00Z", "Called Drammen: the old one is right.");
            return review;
        }
    }

    public static MunicipalityHistory OfHromada => new()
    {
        Figures =
        {
            new HistoricFigure { Name = "name", Value = "Вінницька", AsOf = "2026-01-01", Current = true, Register = "katottg", Source = "kodifikator.xlsx", RecordedAt = "2026-11-01T10:00:00Z" },
            new HistoricFigure { Name = "population", Value = "389000", AsOf = "2024-01-01", Current = true, Register = "attributes", Source = "hromadas.csv", RecordedAt = "2026-11-01T10:00:00Z" },
            new HistoricFigure { Name = "population", Value = "401000", AsOf = "2022-01-01", Register = "attributes", Source = "hromadas-2022.csv", RecordedAt = "2026-10-01T10:00:00Z" },
            new HistoricFigure { Name = "place", Masked = true, AsOf = "2026-01-01", Current = true, Register = "attributes", Source = "hromadas.csv", RecordedAt = "2026-11-01T10:00:00Z" },
        },
        Territory = new TerritoryOnDay
        {
            On = "2026-11-27", AsKnownOn = "2026-11-27", Status = "possible_hostilities", Coverage = "partial",
            Settlements = 7, Shares = { new TerritoryShare { Status = "possible_hostilities", Settlements = 3 } },
            Edition = new TerritoryEdition { Order = "376", PublishedOn = "2026-11-10", Revision = 2, RecordedAt = "2026-11-12T10:00:00Z" },
            Periods =
            {
                new TerritoryPeriod { Unit = Samples.HromadaCode, Name = "Вінницька територіальна громада", Status = "active_hostilities", Coverage = "full", From = "2022-02-24", Until = "2022-04-10" },
                new TerritoryPeriod { Unit = Samples.HromadaCode, Name = "Вінницька територіальна громада", Status = "possible_hostilities", Coverage = "partial", From = "2022-04-10" },
            },
        },
        Category = new CategoryHistory
        {
            Category = "outside_war_zone", Suggested = "war_zone", Version = 7,
            Decisions = { new CategoryDecision { Category = "outside_war_zone", Suggested = "war_zone", Reason = "Nothing is destroyed.", DecidedBy = "staff:1", DecidedAt = "2026-11-15T10:00:00Z" } },
        },
    };

    public static MunicipalityHistory OfMunicipality => new()
    {
        Figures = { new HistoricFigure { Name = "kostra_group", Value = "12", AsOf = "2026-01-01", Current = true, Register = "klass", Source = "kostra.json", RecordedAt = "2026-11-01T10:00:00Z" } },
        Predecessors =
        {
            new CodeStep { On = "2024-01-01", FromCode = "3005", FromName = "Drammen", ToCode = "3301", ToName = "Drammen" },
            new CodeStep { On = "2020-01-01", FromCode = "0711", FromName = "Svelvik", ToCode = "3005", ToName = "Drammen" },
        },
    };

    public static InitiativeDetail Initiative => new()
    {
        InitiativeId = InitiativeId, Version = 2, HromadaName = "Vinnytsia", PartnerName = "Drammen", Helps = true, Origin = "staff",
        RecordedAt = "2026-10-01T10:00:00Z", ChangedAt = "2026-11-01T10:00:00Z", Steps = { "revise", "end", "withdraw" },
        Content = new InitiativeContent
        {
            HromadaCode = Samples.HromadaCode, PartnerCode = "3301", PartnerCountry = "no", Kind = "twin_town", Programme = "bilateral", Status = "agreement_signed",
            Since = "2023-06-20", SourceAddress = "https://avis.example/sak?id=7", SourceDate = "2023-06-21", Sensitivity = "partners",
        },
    };

    public static InitiativeDetail Ended
    {
        get
        {
            var ended = Initiative;
            (ended.InitiativeId, ended.PartnerName, ended.Helps, ended.Origin) = (EndedInitiativeId, "Leipzig", false, "import");
            (ended.Content.PartnerCode, ended.Content.PartnerName, ended.Content.PartnerCountry, ended.Content.Status, ended.Content.Until) = ("", "Leipzig", "de", "ended", "2024-01-31");
            ended.Steps.Clear();
            return ended;
        }
    }
}
