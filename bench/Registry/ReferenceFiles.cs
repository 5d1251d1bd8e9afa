using System.Text;
using System.Text.Json;

namespace Kommunebro.Bench.Registry;

/// <summary>The reference files in the forms in which registers publish them.</summary>
/// <param name="folder">Where they are.</param>
internal sealed class ReferenceFiles(string folder)
{
    private const string CodifierHeader = "Перший рівень;Другий рівень;Третій рівень;Четвертий рівень;Додатковий рівень;Категорія об’єкта;Назва об’єкта";

    /// <summary>All oblasts and hromadas.</summary>
    public byte[] Codifier()
    {
        var rows = Rows("ukraine-hromadas.csv");
        var oblasts = rows.Select(row => (Code: row["oblast_katottg"], Name: row["oblast_name_uk"])).Distinct()
            .Where(oblast => rows.TrueForAll(row => row["katottg"] != oblast.Code));
        return Encoding.UTF8.GetBytes(string.Join('\n',
        [
            CodifierHeader,
            .. oblasts.Select(oblast => $"{oblast.Code};;;;;O;{oblast.Name}"),
            .. rows.Select(row => row["katottg"] == row["oblast_katottg"]
                ? $"{row["katottg"]};;;;;K;{row["name_uk"]}"
                : $"{row["oblast_katottg"]};{row["raion_katottg"]};{row["katottg"]};;;H;{row["name_uk"]}"),
        ]));
    }

    /// <summary>Codes of a classification of SSB.</summary>
    /// <param name="form">municipalities or counties.</param>
    public byte[] Klass(string form) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        codes = Rows($"norway-{form}.csv").Select(row => row.Values.ToList()).Select(cells => new { code = cells[0], level = "1", name = cells[form == "counties" ? 1 : 2] }),
    });

    /// <summary>A file as it is.</summary>
    public byte[] Raw(string file) => File.ReadAllBytes(Path.Combine(folder, file));

    /// <summary>A file parsed as plainly as it can be; these files quote what has commas, which nobody needs here.</summary>
    public List<Dictionary<string, string>> Rows(string file)
    {
        var lines = Encoding.UTF8.GetString(Raw(file)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }
}
