using Kommunebro.Contracts;
using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.Registry.Succession;
using Kommunebro.Registry.Texts;

namespace Kommunebro.Registry.Registers.Klass;

/// <summary>Reads what KLASS answers.</summary>
internal sealed class KlassFile(KlassQuestion question, IReadOnlyDictionary<string, LocalizedText> counties)
{
    private const int Municipalities = 131;

    // "Uoppgitt": not stated.
    private const string NoMunicipality = "9999";
    private const string NoCounty = "99";

    /// <summary>What it says.</summary>
    /// <exception cref="ServiceDefaults.Refusal">malformed_json, wrong_form, missing_counties.</exception>
    public RegisterReading Read(Stream content)
    {
        var answer = JsonFile.Read(content).As<KlassAnswer>();
        return answer switch
        {
            { Codes: { Count: > 0 } codes } => ReadCodes(codes),
            { CodeChanges: { Count: > 0 } changes } => ReadChanges(changes),
            { CorrespondenceItems: { Count: > 0 } pairs } when question is { Target: not null, Classification: Municipalities } => ReadPairs(pairs),
            { CorrespondenceItems: not null } => throw JsonFile.WrongForm("a correspondence needs --target 128 or 112"),
            _ => throw JsonFile.WrongForm("it has no codes, codeChanges or correspondenceItems"),
        };
    }

    private RegisterReading ReadCodes(List<KlassCode?> codes)
    {
        var (reading, seen, periods) = (new RegisterReading(codes.Count), new Dictionary<string, List<CodePeriod>>(StringComparer.Ordinal), new KlassPeriods(question, codes));
        foreach (var (at, code) in codes.Select(code => code ?? new KlassCode()).Index())
        {
            if (code.Code is NoMunicipality or NoCounty) continue;
            if (FaultOf(code) is { } fault)
            {
                reading.Faults.Add(new RowFault(at + 1, fault.Field, fault.Code, fault.Value));
                continue;
            }
            var period = periods.Of(code);
            if (!seen.TryGetValue(period.Code, out var own)) seen[period.Code] = own = [];
            if (period.Until <= period.From) reading.Faults.Add(new RowFault(at + 1, "validTo", "end_before_start", period.Code));
            else if (own.Exists(period.Overlaps)) reading.Faults.Add(new RowFault(at + 1, "code", "code_twice", period.Code));
            else
            {
                own.Add(period);
                Keep(reading, period);
            }
        }
        return reading with { IsWhole = reading.Statements.Count > 0 };
    }

    private void Keep(RegisterReading reading, CodePeriod period)
    {
        reading.Periods.Add(period);
        var holds = period.From <= question.Today && (period.Until is null || question.Today < period.Until);
        if (question.Classification != Municipalities || !question.IsOfToday || !holds) return;
        reading.Statements.Add(new Statement(period.Code, MunicipalityKind.Municipality)
        {
            Name = period.Name,
            Registers = true,
            RegionNames = counties.GetValueOrDefault(Kommunenummer.CountyOf(period.Code))
                ?? throw ImportFile.Refuse("missing_counties", $"County {Kommunenummer.CountyOf(period.Code)} has no name yet: import classification 104 first."),
        });
    }

    private (string Field, string Code, string Value)? FaultOf(KlassCode code)
    {
        if (CodeFaultOf(code.Code) is { } fault) return ("code", fault.Code, code.Code ?? "");
        if (string.IsNullOrWhiteSpace(code.Name)) return ("name", "missing_name", code.Code!);
        if (TextLimits.FaultOf(code.Name) is { } unfit) return ("name", unfit, code.Code!);
        return new[] { code.ValidFrom, code.ValidTo, code.ValidFromInRequestedRange, code.ValidToInRequestedRange }.FirstOrDefault(day => day is not null && KlassPeriods.DayOf(day) is null) is { } wrong
            ? ("validFrom", "invalid_day", wrong)
            : null;
    }

    private RegisterReading ReadChanges(List<KlassCodeChange?> changes)
    {
        var reading = new RegisterReading(changes.Count);
        foreach (var (at, change) in changes.Select(change => change ?? new KlassCodeChange()).Index())
            if (FaultOf(change) is { } wrong) reading.Faults.Add(new RowFault(at + 1, wrong.Field, wrong.Code, wrong.Value));
            else reading.Changes.Add(new CodeChange(
                question.Classification, change.OldCode!, change.NewCode!, KlassPeriods.DayOf(change.ChangeOccurred)!.Value, change.OldName?.Trim() ?? "", change.NewName?.Trim() ?? ""));
        return reading;
    }

    private (string Field, string Code, string Value)? FaultOf(KlassCodeChange change) =>
        CodeFaultOf(change.OldCode) is { } old ? ("oldCode", old.Code, change.OldCode ?? "")
        : CodeFaultOf(change.NewCode) is { } young ? ("newCode", young.Code, change.NewCode ?? "")
        : KlassPeriods.DayOf(change.ChangeOccurred) is null ? ("changeOccurred", "invalid_day", change.ChangeOccurred ?? "")
        : TextLimits.FaultOf(change.OldName) is { } before ? ("oldName", before, change.OldCode!)
        : TextLimits.FaultOf(change.NewName) is { } after ? ("newName", after, change.NewCode!)
        : null;

    private RegisterReading ReadPairs(List<KlassPair?> pairs)
    {
        var reading = new RegisterReading(pairs.Count);
        var name = question.Target == 112 ? FigureName.KostraGroup : FigureName.CentralityClass;
        foreach (var (at, pair) in pairs.Select(pair => pair ?? new KlassPair()).Index())
        {
            if (pair.SourceCode == NoMunicipality) continue;
            if (CodeFaultOf(pair.SourceCode) is { } fault) reading.Faults.Add(new RowFault(at + 1, "sourceCode", fault.Code, pair.SourceCode ?? ""));
            else if (string.IsNullOrWhiteSpace(pair.TargetCode)) reading.Faults.Add(new RowFault(at + 1, "targetCode", "missing_value", pair.SourceCode!));
            else if (TextLimits.FaultOf(pair.TargetCode) is { } unfit) reading.Faults.Add(new RowFault(at + 1, "targetCode", unfit, pair.SourceCode!));
            else if (reading.Statements.Exists(statement => statement.Code == pair.SourceCode)) reading.Faults.Add(new RowFault(at + 1, "sourceCode", "code_twice", pair.SourceCode!));
            else reading.Statements.Add(new Statement(pair.SourceCode!, MunicipalityKind.Municipality) { Figures = [new StatedFigure(name, pair.TargetCode.Trim())] });
        }
        return reading;
    }

    private CodeFault? CodeFaultOf(string? code) =>
        question.Classification == Municipalities ? Kommunenummer.FaultOf(code ?? "") : Fylkesnummer.FaultOf(code ?? "");
}
