using Kommunebro.Contracts;
using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.Registry.Texts;

namespace Kommunebro.Registry.Codifier;

/// <summary>A unit of the codifier.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="Category">What it is: O oblast, K city with special status, P raion, H hromada, M city, T and X settlement, C village, B city district.</param>
/// <param name="Name">The official name.</param>
public sealed record CodifierUnit(KatottgUnit Unit, char Category, string Name)
{
    // Press and some editions print Cyrillic letters that look the same.
    private const string Cyrillic = "ОКРНМТСХВ";
    private const string LatinAlike = "OKPHMTCXB";

    /// <summary>Whether it has a place in the register: a hromada, or Kyiv and Sevastopol.</summary>
    public bool IsHromada => Category is 'H' or 'K';

    /// <summary>The name for readers of three languages.</summary>
    public LocalizedText Names
    {
        get
        {
            var latin = Latin.Of(Name);
            return new LocalizedText(latin, Name, latin);
        }
    }

    /// <summary>The units, and all faults.</summary>
    internal static (IReadOnlyList<CodifierUnit> Units, IReadOnlyList<RowFault> Faults) Read(IReadOnlyList<SheetRow> rows)
    {
        var (units, faults, known) = (new List<CodifierUnit>(), new List<RowFault>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            string[] codes = [.. CodifierFile.Levels.Select(level => row[level]).Where(code => code.Length > 0)];
            var category = CategoryOf(row[CodifierFile.Category]);
            if (FaultOf(row, codes, category, known) is { } fault) faults.Add(fault);
            else units.Add(new CodifierUnit(new KatottgUnit(codes[^1]), category!.Value, row[CodifierFile.Name]));
        }
        return (units, faults);
    }

    private static char? CategoryOf(string letter)
    {
        if (letter.Length != 1) return null;
        var latin = Cyrillic.IndexOf(letter[0], StringComparison.Ordinal) is >= 0 and var at ? LatinAlike[at] : letter[0];
        return LatinAlike.Contains(latin, StringComparison.Ordinal) ? latin : null;
    }

    private static RowFault? FaultOf(SheetRow row, string[] codes, char? category, HashSet<string> known)
    {
        if (codes.Length == 0) return new RowFault(row.Line, CodifierFile.Levels[0], "invalid_katottg", "");
        foreach (var code in codes)
            if (Katottg.FaultOf(code) is { } fault) return new RowFault(row.Line, "katottg", fault.Code, code);
        var own = new KatottgUnit(codes[^1]);
        if (category is null) return new RowFault(row.Line, CodifierFile.Category, "unknown_category", row[CodifierFile.Category]);
        if (LevelOf(category.Value) != own.Level) return new RowFault(row.Line, CodifierFile.Category, "wrong_level", $"{own.Code} {category}");
        if (codes.FirstOrDefault(code => !new KatottgUnit(code).Contains(own)) is { } stranger) return new RowFault(row.Line, "katottg", "outside_unit", $"{own.Code}, {stranger}");
        if (row[CodifierFile.Name].Length == 0) return new RowFault(row.Line, CodifierFile.Name, "missing_name", own.Code);
        if (TextLimits.FaultOf(row[CodifierFile.Name]) is { } unfit) return new RowFault(row.Line, CodifierFile.Name, unfit, own.Code);
        return known.Add(own.Code) ? null : new RowFault(row.Line, "katottg", "code_twice", own.Code);
    }

    private static KatottgLevel LevelOf(char category) => category switch
    {
        'O' or 'K' => KatottgLevel.Oblast,
        'P' => KatottgLevel.Raion,
        'H' => KatottgLevel.Hromada,
        'B' => KatottgLevel.District,
        _ => KatottgLevel.Settlement,
    };
}
