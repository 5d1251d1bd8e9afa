using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.Registry.Succession;

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

    private RegisterReading ReadCodes(List<KlassCode> codes)
    {
        var (reading, seen) = (new RegisterReading(codes.Count) { IsWhole = question is { Classification: Municipalities, IsOfToday: true } }, new HashSet<(string, DateOnly)>());
        foreach (var (at, code) in codes.Index())
        {
            if (code.Code is NoMunicipality or NoCounty) continue;
            var from = DayOf(code.ValidFrom ?? code.ValidFromInRequestedRange) ?? question.Day;
            var until = DayOf(code.ValidTo ?? code.ValidToInRequestedRange);
            if (FaultOf(code, from, until) is { } fault) reading.Faults.Add(new RowFault(at + 1, fault.Field, fault.Code, fault.Value));
            else if (!seen.Add((code.Code!, from))) reading.Faults.Add(new RowFault(at + 1, "code", "code_twice", code.Code!));
            else Keep(reading, new CodePeriod(question.Classification, code.Code!, code.Name!.Trim(), from, until));
        }
        return reading;
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

    private (string Field, string Code, string Value)? FaultOf(KlassCode code, DateOnly from, DateOnly? until)
    {
        if (CodeFaultOf(code.Code) is { } fault) return ("code", fault.Code, code.Code ?? "");
        if (string.IsNullOrWhiteSpace(code.Name)) return ("name", "missing_name", code.Code!);
        if (new[] { code.ValidFrom, code.ValidTo, code.ValidFromInRequestedRange, code.ValidToInRequestedRange }.FirstOrDefault(day => day is not null && DayOf(day) is null) is { } wrong)
            return ("validFrom", "invalid_day", wrong);
        return until <= from ? ("validTo", "end_before_start", code.Code!) : null;
    }

    private RegisterReading ReadChanges(List<KlassCodeChange> changes)
    {
        var reading = new RegisterReading(changes.Count);
        foreach (var (at, change) in changes.Index())
        {
            var fault = CodeFaultOf(change.OldCode) is { } old ? ("oldCode", old.Code, change.OldCode ?? "")
                : CodeFaultOf(change.NewCode) is { } young ? ("newCode", young.Code, change.NewCode ?? "")
                : DayOf(change.ChangeOccurred) is null ? ("changeOccurred", "invalid_day", change.ChangeOccurred ?? "")
                : ((string Field, string Code, string Value)?)null;
            if (fault is { } wrong) reading.Faults.Add(new RowFault(at + 1, wrong.Field, wrong.Code, wrong.Value));
            else reading.Changes.Add(new CodeChange(
                question.Classification, change.OldCode!, change.NewCode!, DayOf(change.ChangeOccurred)!.Value, change.OldName ?? "", change.NewName ?? ""));
        }
        return reading;
    }

    private RegisterReading ReadPairs(List<KlassPair> pairs)
    {
        var reading = new RegisterReading(pairs.Count);
        var name = question.Target == 112 ? FigureName.KostraGroup : FigureName.CentralityClass;
        foreach (var (at, pair) in pairs.Index())
        {
            if (pair.SourceCode == NoMunicipality) continue;
            if (CodeFaultOf(pair.SourceCode) is { } fault) reading.Faults.Add(new RowFault(at + 1, "sourceCode", fault.Code, pair.SourceCode ?? ""));
            else if (string.IsNullOrWhiteSpace(pair.TargetCode)) reading.Faults.Add(new RowFault(at + 1, "targetCode", "missing_value", pair.SourceCode!));
            else if (reading.Statements.Exists(statement => statement.Code == pair.SourceCode)) reading.Faults.Add(new RowFault(at + 1, "sourceCode", "code_twice", pair.SourceCode!));
            else reading.Statements.Add(new Statement(pair.SourceCode!, MunicipalityKind.Municipality) { Figures = [new StatedFigure(name, pair.TargetCode.Trim())] });
        }
        return reading;
    }

    private CodeFault? CodeFaultOf(string? code) =>
        question.Classification == Municipalities ? Kommunenummer.FaultOf(code ?? "") : Fylkesnummer.FaultOf(code ?? "");

    private static DateOnly? DayOf(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
}
