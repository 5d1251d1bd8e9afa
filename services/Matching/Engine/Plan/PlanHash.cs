using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kommunebro.Matching.Engine;

/// <summary>The fingerprint of a plan: one line "supplier need quarters" for each share, ended by a line feed, in the order of the ids.</summary>
public static class PlanHash
{
    /// <summary>SHA-256 of the lines, lower-case hexadecimal.</summary>
    public static string Of(IEnumerable<Match> matches)
    {
        var lines = new StringBuilder();
        foreach (var match in matches.OrderBy(match => match.Pair.Supplier.Id).ThenBy(match => match.Pair.Need.Id))
            lines.Append(CultureInfo.InvariantCulture, $"{match.Pair.Supplier.Id} {match.Pair.Need.Id} {match.Quarters}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(lines.ToString())));
    }
}
