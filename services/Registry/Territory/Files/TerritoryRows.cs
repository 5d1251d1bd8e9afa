using System.Globalization;
using System.Text.RegularExpressions;
using Kommunebro.Contracts;
using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.OfficialCodes;

namespace Kommunebro.Registry.Territory.Files;

/// <summary>Makes periods of printed rows: one with several dates becomes several, starts and ends paired in their order.</summary>
public static partial class TerritoryRows
{
    /// <summary>The periods, and all faults.</summary>
    public static (IReadOnlyList<TerritoryRow> Rows, IReadOnlyList<RowFault> Faults) Of(IReadOnlyList<PrintedRow> printed)
    {
        var (rows, faults) = (new List<TerritoryRow>(), new List<RowFault>());
        var known = new HashSet<(string, TerritoryStatus, DateOnly)>();
        foreach (var row in printed)
        {
            var code = row.Code.Trim();
            var before = faults.Count;
            if (Katottg.FaultOf(code) is { } fault) faults.Add(new RowFault(row.Line, "katottg", fault.Code, row.Code));
            var status = StatusOf(row.Category);
            if (status is null) faults.Add(new RowFault(row.Line, "category", "unknown_category", row.Category));
            var dates = Pair(row, faults);
            if (faults.Count > before) continue;
            var except = ExceptOf(row, code, faults);
            foreach (var (from, until) in dates)
                if (known.Add((code, status!.Value, from))) rows.Add(new TerritoryRow(row.Line, code, row.Name.Trim(), status.Value, from, until, except));
                else faults.Add(new RowFault(row.Line, "start_date", "stands_twice", $"{from:dd.MM.yyyy}"));
        }
        return (rows, faults);
    }

    /// <summary>By the platform's name, by that of the data that is in use, or by the headings of the order's sections.</summary>
    private static TerritoryStatus? StatusOf(string category) => category switch
    {
        "possible_hostilities" => TerritoryStatus.PossibleHostilities,
        "active_hostilities" => TerritoryStatus.ActiveHostilities,
        "active_hostilities_services_on" or "active_hostilities_state_eresources" => TerritoryStatus.ActiveHostilitiesServicesOn,
        "occupied" or "temporarily_occupied" => TerritoryStatus.Occupied,
        _ when Says(category, "окупац") => TerritoryStatus.Occupied,
        _ when Says(category, "можливості бойових дій") || Says(category, "можливих бойових дій") => TerritoryStatus.PossibleHostilities,
        _ when Says(category, "бойових дій") && Says(category, "електронн") => TerritoryStatus.ActiveHostilitiesServicesOn,
        _ when Says(category, "бойових дій") => TerritoryStatus.ActiveHostilities,
        _ => null,
    };

    private static bool Says(string category, string words) => category.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static List<(DateOnly From, DateOnly? Until)> Pair(PrintedRow row, List<RowFault> faults)
    {
        var before = faults.Count;
        var (starts, ends) = (Dates(row, "start_date", row.Starts, faults), Dates(row, "end_date", row.Ends, faults));
        if (faults.Count > before) return [];
        if (starts.Count == 0)
            faults.Add(new RowFault(row.Line, "start_date", "missing_start", row.Starts));
        else if (ends.Count != starts.Count && ends.Count != starts.Count - 1)
            faults.Add(new RowFault(row.Line, "end_date", "unpaired_dates", row.Ends));
        else if (ends.Zip(starts).Any(period => period.First < period.Second))
            faults.Add(new RowFault(row.Line, "end_date", "end_before_start", row.Ends));
        return [.. starts.Select((start, at) => (start, at < ends.Count ? ends[at] : (DateOnly?)null))];
    }

    private static List<DateOnly> Dates(PrintedRow row, string field, string text, List<RowFault> faults)
    {
        var dates = new List<DateOnly>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', ';', '*')).Where(word => word is not "" and not "-" and not "–"))
            if (DateForm().IsMatch(word)
                && DateOnly.TryParseExact(word, ["dd.MM.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                dates.Add(date);
            else
                faults.Add(new RowFault(row.Line, field, "invalid_date", word));
        return dates;
    }

    private static string[] ExceptOf(PrintedRow row, string code, List<RowFault> faults)
    {
        string[] codes = row.Except.Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var excepted in codes)
            if (Katottg.FaultOf(excepted) is { } fault) faults.Add(new RowFault(row.Line, "except_katottg", fault.Code, excepted));
            else if (excepted == code || !new KatottgUnit(code).Contains(new KatottgUnit(excepted)))
                faults.Add(new RowFault(row.Line, "except_katottg", "outside_unit", excepted));
        return faults.Exists(fault => fault.Line == row.Line) ? [] : codes;
    }

    [GeneratedRegex(@"^(?:\d{2}\.\d{2}\.\d{4}|\d{4}-\d{2}-\d{2})\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateForm();
}
