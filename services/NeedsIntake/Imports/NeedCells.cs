using System.Globalization;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>Makes of a row's cells what a client of the API would have sent.</summary>
internal sealed class NeedCells(SheetRow row)
{
    private const int LongestReference = 100;

    private static readonly string[] Days = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"];

    private readonly Rules _rules = new();

    /// <summary>The request, and the faults of cells that no request can say.</summary>
    public static (NeedRequest Request, string? Reference, IReadOnlyList<Violation> Faults) Read(SheetRow row)
    {
        var cells = new NeedCells(row);
        var (request, reference) = (cells.Request(), cells._rules.Line(cells.Text("reference"), "reference", LongestReference));
        try
        {
            cells._rules.Enforce();
            return (request, reference, []);
        }
        catch (Refusal wrong)
        {
            return (request, reference, wrong.Violations);
        }
    }

    private NeedRequest Request() => new(
        Municipality: Text("municipality"),
        Title: Texts("title"),
        Description: Texts("description"),
        Area: Text("area"),
        Horizon: Choice("horizon", NeedChoices.Horizons),
        Urgency: Number("urgency"),
        UrgencyReason: Text("urgency_reason"),
        DesiredModes: [.. List("modes").Select(mode => NeedChoices.NameOf(NeedChoices.Modes, mode))],
        PersonDays: Number("person_days"),
        EffortBand: Choice("effort_band", NeedChoices.Bands),
        Languages: [.. List("languages")],
        Sensitivity: Choice("sensitivity", NeedChoices.Sensitivities),
        NeededBy: Day("needed_by"),
        Illustrative: YesOrNo("illustrative"),
        Kind: Choice("kind", NeedChoices.Kinds),
        SecondaryAreas: List("secondary_areas") is { Length: > 0 } areas ? areas : null,
        Translations: Given(new TranslationsRequest(Translation("nb"), Translation("uk"), Translation("en")), new()),
        PeopleAffected: Given(new PeopleRequest(Number("people"), Number("idps"), Number("children"), Number("veterans")), new()),
        Quantity: Given(new QuantityRequest(Amount("quantity"), Choice("unit", NeedChoices.Units), Amount("fulfilled")), new()),
        Season: Choice("season", NeedChoices.Seasons),
        Readiness: Choice("readiness", NeedChoices.Readiness),
        DreamId: Text("dream_id"),
        RdnaSector: Choice("rdna_sector", RdnaWords.All),
        Cost: Given(new CostRequest(Amount("cost"), Text("currency"), Amount("own_contribution")), new()),
        Constraints: Text("constraints"),
        Wishes: Text("wishes"),
        Vetoes: Text("vetoes"),
        LocationPrecision: Choice("location_precision", NeedChoices.Precisions));

    /// <summary>Null where none of its cells says anything.</summary>
    private static T? Given<T>(T group, T nothing) where T : class => group.Equals(nothing) ? null : group;

    private string? Translation(string language) => Choice($"translation_{language}", NeedChoices.Translations);

    private string? Text(string column) => row.Cells.GetValueOrDefault(column);

    private TextInLanguages Texts(string column) => new(Text($"{column}_nb"), Text($"{column}_uk"), Text($"{column}_en"));

    private string[] List(string column) =>
        (Text(column) ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string? Choice(string column, IReadOnlyDictionary<string, InThreeLanguages> choices) =>
        Text(column) is { } cell ? NeedChoices.NameOf(choices, cell) : null;

    private int? Number(string column)
    {
        if (Text(column) is not { } cell)
            return null;
        var isNumber = int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        _rules.Check(isNumber, NeedColumns.Find(column)!.Field, "wrong_type", "Must be a whole number.");
        return isNumber ? number : null;
    }

    private decimal? Amount(string column)
    {
        if (Text(column) is not { } cell)
            return null;
        var amount = SheetAmount.Read(cell);
        _rules.Check(amount is not null, NeedColumns.Find(column)!.Field, "invalid_amount", "Must be a number without thousands separators.");
        return amount;
    }

    private bool YesOrNo(string column)
    {
        var word = Choice(column, NeedChoices.YesOrNo);
        _rules.Check(word is null or "true" or "false", NeedColumns.Find(column)!.Field, "unknown_value", "Must be yes or no.");
        return word == "true";
    }

    /// <summary>The day as the API has it; what is no day stays as it is, and the rules tell it.</summary>
    private string? Day(string column) => Text(column) is { } cell
        ? DateOnly.TryParseExact(cell, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : cell
        : null;
}
