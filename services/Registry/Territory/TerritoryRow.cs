using System.Security.Cryptography;
using System.Text;
using Kommunebro.Contracts;

namespace Kommunebro.Registry.Territory;

/// <summary>A period of the list as read from a file.</summary>
/// <param name="Line">The line or row of the file, from 1.</param>
/// <param name="Code">KATOTTG.</param>
/// <param name="Name">The name as printed, with what is excepted.</param>
/// <param name="Status">The status.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The day on which it ended; null while it lasts.</param>
/// <param name="Except">Units inside for which it does not hold.</param>
public sealed record TerritoryRow(
    int Line, string Code, string Name, TerritoryStatus Status, DateOnly From, DateOnly? Until, IReadOnlyList<string> Except)
{
    private static readonly string[] ExceptingWords = ["за винятком", "крім "];

    /// <summary>Whether a printed name excepts somebody.</summary>
    public static bool NamesExceptions(string name) => Array.Exists(ExceptingWords, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same for the same rows, whatever lines they stood on.</summary>
    public static string FingerprintOf(IReadOnlyList<TerritoryRow> rows) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', rows.Select(row => $"{row.Code};{row.Name};{row.Status};{row.From:O};{row.Until:O};{string.Join(' ', row.Except)}")))));
}
