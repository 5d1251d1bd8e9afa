using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Relations;

/// <summary>A row of the file as the request that a partner would send, and what is wrong with it before the rules of initiatives are asked.</summary>
/// <param name="Row">The row.</param>
/// <param name="Request">What it says.</param>
/// <param name="Faults">Cells that cannot be read.</param>
internal sealed record RelationsRow(SheetRow Row, InitiativeRequest Request, IReadOnlyList<RowFault> Faults)
{
    /// <summary>The column of who is helped.</summary>
    public const string Hromada = "ua_katottg";

    /// <summary>The column of how far it is.</summary>
    public const string Status = "status";

    private static readonly Dictionary<string, string> ColumnOfField = new(StringComparer.Ordinal)
    {
        ["hromada"] = Hromada, ["partner"] = "no_code", ["partner.code"] = "no_code", ["partner.name"] = "partner_name", ["partner.country"] = "partner_country",
        ["since"] = "agreement_date", ["source"] = "source_url", ["source.address"] = "source_url", ["source.name"] = "source_name", ["source.date"] = "source_date",
    };

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="file">The file's name, which is the source where the row names none.</param>
    /// <param name="asOf">The day that the file is of.</param>
    public static RelationsRow Of(SheetRow row, string file, DateOnly asOf)
    {
        var faults = new List<RowFault>();
        var request = new InitiativeRequest(
            row[Hromada],
            new PartnerInput(Given("no_code"), Given("partner_name"), Given("partner_country")),
            Given("kind") ?? EnumName.Of(row[Status].StartsWith("agreement", StringComparison.Ordinal) ? InitiativeKind.TwinTown : InitiativeKind.Cooperation),
            Given("programme") ?? EnumName.Of(InitiativeProgramme.Bilateral),
            Given(Status),
            new SourceInput(Day("source_date") ?? asOf, Given("source_name") ?? file, Given("source_url")),
            Day("agreement_date"),
            Day("until"),
            Given("reference"),
            Given("sensitivity"));
        if (Given("no_level") is { } level && Given("no_code") is { } code && LevelFault(level, code) is { } fault)
            faults.Add(new RowFault(row.Line, fault.Code == "unknown_value" ? "no_level" : "no_code", fault.Code, fault.Code == "unknown_value" ? level : code));
        return new RelationsRow(row, request, faults);

        string? Given(string column) => row[column] is { Length: > 0 } text ? text : null;

        DateOnly? Day(string column)
        {
            if (Given(column) is not { } text) return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            faults.Add(new RowFault(row.Line, column, "invalid_day", text));
            return null;
        }
    }

    /// <summary>What the rules of initiatives say of it, by column.</summary>
    public IEnumerable<RowFault> FaultsOf(Refusal refusal) => refusal.Violations.Select(violation => Fault(violation.Field, violation.Code));

    /// <summary>A fault of a field of the request.</summary>
    public RowFault Fault(string field, string code)
    {
        var column = ColumnOfField.GetValueOrDefault(field, field);
        return new RowFault(Row.Line, column, code, Row[column]);
    }

    private static CodeFault? LevelFault(string level, string code) => level switch
    {
        "municipality" => Kommunenummer.FaultOf(code),
        "county" => Fylkesnummer.FaultOf(code),
        _ => new CodeFault("unknown_value", ""),
    };
}
