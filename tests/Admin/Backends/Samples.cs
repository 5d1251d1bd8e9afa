using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Real places and invented wishes, which all pages show.</summary>
public static class Samples
{
    public const string NeedId = "0192f0c0-0000-7000-8000-000000000001";
    public const string RestrictedNeedId = "0192f0c0-0000-7000-8000-000000000002";
    public const string ProposalId = "0192f0c0-0000-7000-8000-000000000011";
    public const string PartnershipId = "0192f0c0-0000-7000-8000-000000000021";
    public const string RunId = "0192f0c0-0000-7000-8000-000000000031";
    public const string RunningId = "0192f0c0-0000-7000-8000-000000000032";
    public const string RepairId = "0192f0c0-0000-7000-8000-000000000033";
    public const string LinkToken = "kXJ2c2FtcGxlLXRva2Vu";
    public const string HromadaCode = "UA05020030000031457";

    public static LocalizedText Drammen => new() { Nb = "Drammen", Uk = "Драммен", En = "Drammen" };

    public static Area Water => new() { Code = "WAT", Version = 1, Names = new LocalizedText { Nb = "Vannforsyning", Uk = "Водопостачання", En = "Water supply" } };

    public static Area Schools => new() { Code = "SCH", Version = 1, Names = new LocalizedText { Nb = "Grunnskole og skolemiljø", Uk = "Загальна середня освіта", En = "Schools" } };

    public static Municipality Norwegian => new()
    {
        MunicipalityId = "0192f0c0-0000-7000-8000-000000000101", Version = 1, Country = "no", Kind = "municipality", Code = "3301",
        Names = Drammen, RegionCode = "33", RegionNames = new LocalizedText { Nb = "Buskerud", Uk = "Бускеруд", En = "Buskerud" },
        Population = 106013, PopulationYear = 2026, Latitude = 59.74, Longitude = 10.09, TerritoryStatus = "none", TerritoryCoverage = "full",
    };

    public static Municipality Hromada => new()
    {
        MunicipalityId = "0192f0c0-0000-7000-8000-000000000102", Version = 1, Country = "ua", Kind = "hromada", Code = HromadaCode,
        Names = new LocalizedText { Uk = "Вінницька", En = "Vinnytsia" }, RegionCode = "05",
        RegionNames = new LocalizedText { Nb = "Vinnytsia oblast", Uk = "Вінницька область", En = "Vinnytsia oblast" },
        Population = 389000, Latitude = 49.23, Longitude = 28.47, TerritoryStatus = "none", TerritoryCoverage = "full", Category = "outside_war_zone",
    };

    public static Party Supplier => new()
    {
        MunicipalityId = Norwegian.MunicipalityId, Code = "3301", Name = "Drammen", NameLanguage = "nb", RegionCode = "33", Region = "Buskerud",
        Latitude = 59.74, Longitude = 10.09,
    };

    public static Party Receiver => new()
    {
        MunicipalityId = Hromada.MunicipalityId, Code = HromadaCode, Name = "Вінницька", NameLanguage = "uk", RegionCode = "05",
        Region = "Vinnytsia oblast", Category = "outside_war_zone", Latitude = 49.23, Longitude = 28.47,
    };

    public static NeedSummary Summary => new()
    {
        NeedId = NeedId, Hromada = Receiver, Title = "Repair of the pumping station", AreaCode = "WAT", Area = "Water supply", Urgency = 3, Illustrative = true,
    };

    public static NeedDetail Need => new()
    {
        NeedId = NeedId, Version = 3, Status = "submitted", Illustrative = true, HromadaCode = HromadaCode,
        HromadaNames = new Text { Uk = "Вінницька", En = "Vinnytsia" }, RegionCode = "05",
        RegionNames = new Text { Nb = "Vinnytsia oblast", Uk = "Вінницька область", En = "Vinnytsia oblast" },
        TerritoryStatus = "none", Category = "outside_war_zone",
        Title = new Text { Uk = "Ремонт насосної станції", En = "Repair of the pumping station" },
        Description = new Text { Uk = "Насоси працюють з 1974 року.\nПотрібна порада." },
        AreaCode = "WAT", AreaNames = new Text { Nb = "Vannforsyning", Uk = "Водопостачання", En = "Water supply" },
        Horizon = "medium", Urgency = 3, UrgencyReason = "Опалювальний сезон", DesiredModes = { "advice_remote", "expert_visit" }, PersonDays = 40,
        Languages = { "uk", "en" }, Sensitivity = "partners", NeededBy = "2027-03-01", SubmittedAt = "2026-11-20T22:30:00Z",
        Steps = { "review", "verify", "return", "reject", "expire", "suspend", "confirm", "reply", "decide_texts", "mark_duplicate", "pause" },
        Warnings =
        {
            new TextWarning
            {
                Field = "description.uk", Kind = "phone_number",
                Text = new Text { Nb = "Dette ligner et telefonnummer.", Uk = "Це схоже на номер телефону.", En = "This looks like a phone number." },
            },
        },
        TextsUndecided = true,
        Missing = { new MissingField { Field = "cost", Why = new Text { Nb = "Et anslag", Uk = "Оцінка", En = "An estimate" } } },
        Particulars = new NeedParticulars { Kind = "equipment", PeopleTotal = 4200, PeopleIdps = 700, Quantity = "2.5", Unit = "tonne", Season = "winter", Cost = "1250000.50", Currency = "UAH", Constraints = "Комендантська година" },
        History = { new HistoryEntry { At = "2026-11-20T22:30:00Z", Action = "need.submit", Who = "client:sandbox" } },
    };

    public static NeedDetail Restricted => new()
    {
        NeedId = RestrictedNeedId, Version = 1, Status = "verified", Sensitivity = "restricted", Urgency = 4, Horizon = "acute",
        AreaCode = "SCH", AreaNames = new Text { Nb = "Grunnskole og skolemiljø", Uk = "Загальна середня освіта", En = "Schools" },
        HromadaNames = new Text { Uk = "Харківська", En = "Kharkiv" }, HromadaCode = "UA63120270000028556", Title = new Text(),
        RegionNames = new Text { Uk = "Харківська область", En = "Kharkiv oblast" }, Category = "war_zone", TerritoryStatus = "possible_hostilities",
        SubmittedAt = "2026-11-19T08:00:00Z", Masked = { "title", "description" },
    };
}
