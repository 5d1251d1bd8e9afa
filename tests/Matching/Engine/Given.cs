using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

/// <summary>A small world in which a test changes the one thing that it is about.</summary>
internal static class Given
{
    public static readonly DateOnly Today = new(2026, 9, 1);

    public static readonly IReadOnlyList<Area> Areas =
    [
        new("WAT", "infrastructure", new LocalizedText("Vannforsyning", "Водопостачання", "Water supply")),
        new("SAN", "infrastructure", new LocalizedText("Avløp", "Водовідведення", "Sanitation")),
        new("REC", "infrastructure", new LocalizedText("Gjenoppbygging", "Відновлення", "Recovery planning")),
        new("MHP", "people", new LocalizedText("Psykisk helse", "Психічне здоров'я", "Mental health")),
        new("IDP", "people", new LocalizedText("Internt fordrevne", "ВПО", "IDP reception")),
        new("CUL", "", new LocalizedText("Kultur", "Культура", "Culture")),
    ];

    public static Scenario Scenario => DefaultScenario.Scenario;

    public static Guid Id(int kind, int number) => new(kind, (short)number, (short)(number >> 16), [0, 0, 0, 0, 0, 0, 0, (byte)number]);

    public static Supplier Supplier(int number = 1) => new(
        Id(1, number),
        $"{4600 + number}",
        new LocalizedText($"Kommune {number}", $"Муніципалітет {number}", $"Municipality {number}"),
        MunicipalityKind.Municipality,
        20_000,
        PersonDays.Stated(100),
        [new Competence("WAT", 3, [Mode.AdviceRemote, Mode.ExpertVisit], null)],
        [Term.Short, Term.Long],
        ["nb", "en"],
        3,
        Travel.UkraineAny);

    public static Hromada Hromada(int number = 1) => new(
        Id(2, number),
        $"UA53{number:D15}",
        new LocalizedText($"Hromada {number}", $"Громада {number}", $"Hromada {number}"),
        ProgrammeCategory.OutsideWarZone,
        "53",
        20_000,
        TerritoryStatus.None,
        TerritoryCoverage.Full,
        HasPartner: false);

    public static Need Need(int number = 1, int hromada = 1) => new(
        Id(3, number),
        Id(2, hromada),
        "WAT",
        Horizon.Medium,
        2,
        [Mode.AdviceRemote],
        PersonDays.Stated(20),
        ["uk", "en"],
        NeededBy: null,
        new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static Problem Problem(
        IEnumerable<Supplier>? suppliers = null,
        IEnumerable<Hromada>? hromadas = null,
        IEnumerable<Need>? needs = null,
        Scenario? scenario = null,
        IEnumerable<Exclusion>? exclusions = null,
        Decisions? decisions = null) =>
        new(Today, scenario ?? Scenario, Areas, suppliers ?? [Supplier()], hromadas ?? [Hromada()], needs ?? [Need()], exclusions, decisions);

    public static Plan PlanOf(Problem problem, double units = 60) =>
        new MatchingEngine(new CpSatMaster()).Run(problem, new SearchOptions(new WorkBudget(units)));
}
