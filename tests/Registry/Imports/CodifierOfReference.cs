using Kommunebro.Tests.Registry.Codifier;
using Kommunebro.Tests.Registry.OfficialCodes;

namespace Kommunebro.Tests.Registry.Imports;

/// <summary>The oblasts and hromadas of the reference data in the form of the codifier.</summary>
internal static class CodifierOfReference
{
    public static async Task<string> ReadAsync()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(ReferenceDataFactAttribute.Folder, "ukraine-hromadas.csv"));
        var header = lines[0].Split(',');
        int At(string column) => Array.IndexOf(header, column);
        var rows = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToList();
        var oblasts = rows.Select(row => (Code: row[At("oblast_katottg")], Name: row[At("oblast_name_uk")])).Distinct();
        return string.Join('\n',
        [
            CodifierText.Header,
            .. oblasts.Where(oblast => rows.TrueForAll(row => row[At("katottg")] != oblast.Code)).Select(oblast => $"{oblast.Code};;;;;O;{oblast.Name}"),
            .. rows.Select(row => row[At("katottg")] == row[At("oblast_katottg")]
                ? $"{row[At("katottg")]};;;;;K;{row[At("name_uk")]}"
                : $"{row[At("oblast_katottg")]};{row[At("raion_katottg")]};{row[At("katottg")]};;;H;{row[At("name_uk")]}"),
        ]);
    }
}
