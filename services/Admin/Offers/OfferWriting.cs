using System.Globalization;
using System.Text.RegularExpressions;
using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Forms;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Admin.Offers;

/// <summary>The form in which an offer is written. Its fields are called as in registry: areas[0].level, text.nb.</summary>
public sealed partial class OfferWriting
{
    private const int MostRows = 50;
    private const int RowsAtATime = 2;
    private const string NoDecision = "none";

    private static readonly string[] AreaFields = ["area", "level", "modes", "personDays", "evidence", "evidenceAddress", "remove"];

    /// <summary>The rows of the form that were sent, in the order in which registry counts them.</summary>
    private readonly List<int> _sent = [];

    /// <param name="submission">What was sent.</param>
    /// <param name="offer">What is kept; null for a new one.</param>
    /// <param name="municipality">Of a new one: who offers; empty when that is not known yet.</param>
    /// <param name="interest">Of a new one: the expression of interest that it is made of; empty for none.</param>
    public OfferWriting(Submission submission, OfferDetail? offer, string municipality, string interest)
    {
        var kept = offer?.Content ?? new OfferContent { Languages = { "nb", "en" }, ExpressionOfInterestId = interest };
        // Whoever revises has mostly all areas already.
        var rows = kept.Areas.Count + (kept.Areas.Count > 0 ? 1 : RowsAtATime);
        // A box that is not ticked is not sent.
        var isExample = kept.Illustrative && submission.FormName != "offer";
        State = submission.Form(
            "offer",
            [
                ("version", Text(offer?.Version ?? 0)), ("municipality", offer?.MunicipalityCode ?? municipality), ("expressionOfInterestId", kept.ExpressionOfInterestId),
                ("chosenId", offer is null ? Guid.CreateVersion7().ToString() : ""),
                ("act", ""), ("rows", Text(rows)),
                .. Enumerable.Range(0, rows).SelectMany(row => Area(row, row < kept.Areas.Count ? kept.Areas[row] : null, kept.Evidence)),
                ("personDays", kept.HasPersonDays ? Text(kept.PersonDays) : ""), ("capacityBand", kept.CapacityBand), ("terms", string.Join(',', kept.Terms)),
                ("languages", string.Join(',', kept.Languages)), ("maxPartnerships", kept.MaxPartnerships > 0 ? Text(kept.MaxPartnerships) : ""), ("travel", kept.Travel),
                ("availableFrom", kept.AvailableFrom), ("availableTo", kept.AvailableTo), ("anchoring", kept.Anchoring == NoDecision ? "" : kept.Anchoring),
                ("anchoredOn", kept.AnchoredOn), ("wishes", string.Join(", ", kept.Wishes)), ("vetoes", string.Join(", ", kept.Vetoes)), ("learns", string.Join(',', kept.Learns)),
                ("text.nb", kept.Text?.Nb ?? ""), ("text.uk", kept.Text?.Uk ?? ""), ("text.en", kept.Text?.En ?? ""), ("illustrative", isExample ? "true" : ""),
            ]);
    }

    public FormState State { get; }

    /// <summary>How many rows of areas the form has.</summary>
    public int Rows => int.TryParse(State["rows"], NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? Math.Clamp(rows, 1, MostRows) : 1;

    /// <summary>Whether the person wants it to be handed in later.</summary>
    public bool IsDraft => State["act"] == "draft";

    /// <summary>Adds rows, when that is what the person wants.</summary>
    /// <returns>Whether it was.</returns>
    public bool TakeMoreRows()
    {
        if (State["act"] != "more")
            return false;
        State["rows"] = Text(Math.Min(MostRows, Rows + RowsAtATime));
        return true;
    }

    /// <summary>What the form says; what registry would not even understand is an error at its field.</summary>
    public OfferContent Read(Words words)
    {
        var content = new OfferContent
        {
            Terms = { State.Chosen("terms") }, Languages = { State.Chosen("languages") }, MaxPartnerships = State.Number("maxPartnerships", words) ?? 0,
            Travel = State["travel"], Text = new LocalizedText { Nb = State["text.nb"], Uk = State["text.uk"], En = State["text.en"] },
            Illustrative = State.IsChecked("illustrative"), ExpressionOfInterestId = State["expressionOfInterestId"],
            AvailableFrom = State["availableFrom"], AvailableTo = State["availableTo"], AnchoredOn = State["anchoredOn"],
            Anchoring = State["anchoring"].Length > 0 ? State["anchoring"] : NoDecision,
            Wishes = { Codes("wishes") }, Vetoes = { Codes("vetoes") }, Learns = { State.Chosen("learns") },
        };
        _sent.Clear();
        _sent.AddRange(Enumerable.Range(0, Rows).Where(IsWritten));
        content.Areas.AddRange(_sent.Select(row => Area(row, words)));
        content.Evidence.AddRange(_sent.Select(EvidenceOf).Where(one => one.Text.Length + one.Address.Length > 0));
        if (State.Number("personDays", words) is { } days) content.PersonDays = days;
        if (State["capacityBand"].Length > 0) content.CapacityBand = State["capacityBand"];
        foreach (var field in (string[])["maxPartnerships", "travel"]) State.Require(field, words);
        return content;
    }

    /// <summary>The refusal at the rows of the form: registry counts only those that were sent.</summary>
    public Refused Placed(Refused refused) => refused with { Violations = [.. refused.Violations.Select(one => one with { Field = FieldOf(one.Field) })] };

    private string FieldOf(string named)
    {
        if (named == "areas")
            return "areas[0].area";
        var area = AreaPath().Match(named);
        if (!area.Success || int.Parse(area.Groups["at"].Value, CultureInfo.InvariantCulture) is var at && at >= _sent.Count)
            return named;
        var field = area.Groups["field"].Value;
        return $"areas[{_sent[at]}].{(field.Length > 0 ? field : "area")}";
    }

    private bool IsWritten(int row) =>
        !State.IsChecked($"areas[{row}].remove") && AreaFields.Any(field => State[$"areas[{row}].{field}"].Trim(',').Length > 0);

    private OfferedArea Area(int row, Words words)
    {
        var at = $"areas[{row}]";
        foreach (var field in (string[])["area", "level"]) State.Require($"{at}.{field}", words);
        var area = new OfferedArea { AreaCode = State[$"{at}.area"], Level = State.Number($"{at}.level", words) ?? 0, Modes = { State.Chosen($"{at}.modes") } };
        if (area.Modes.Count == 0) State.Refuse($"{at}.modes", words["rule.missing_field"]);
        if (State.Number($"{at}.personDays", words) is { } days) area.PersonDays = days;
        return area;
    }

    private AreaEvidence EvidenceOf(int row) => new()
    {
        AreaCode = State[$"areas[{row}].area"], Text = State[$"areas[{row}].evidence"], Address = State[$"areas[{row}].evidenceAddress"],
    };

    /// <summary>Codes as people list them.</summary>
    private string[] Codes(string field) =>
        State[field].Split([',', ';', ' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<(string, string)> Area(int row, OfferedArea? area, IEnumerable<AreaEvidence> evidence) => AreaFields.Select(field => ($"areas[{row}].{field}", field switch
    {
        "area" => area?.AreaCode ?? "",
        "level" => area is null ? "" : Text(area.Level),
        "modes" => string.Join(',', area?.Modes ?? []),
        "personDays" => area is { HasPersonDays: true } ? Text(area.PersonDays) : "",
        "evidence" => evidence.FirstOrDefault(one => one.AreaCode == area?.AreaCode)?.Text ?? "",
        "evidenceAddress" => evidence.FirstOrDefault(one => one.AreaCode == area?.AreaCode)?.Address ?? "",
        _ => "",
    }));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^areas\[(?<at>\d{1,4})\](\.(?<field>\w+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AreaPath();
}
