using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Printing;

/// <summary>How figures are written.</summary>
internal static class Figures
{
    /// <summary>How far apart plan and bound are, as a share of the bound.</summary>
    public static string Gap(double reached, double bound) => bound == 0 ? "-" : $"{Math.Abs(bound - reached) / Math.Abs(bound):0.0000%}";

    /// <summary>The most memory that this process held, in MB.</summary>
    public static string PeakMegabytes()
    {
        using var own = Process.GetCurrentProcess();
        return $"{own.PeakWorkingSet64 >> 20}";
    }

    /// <summary>The first 16 digits of the SHA-256 of a line "supplier need quarters" for each share, in that order.</summary>
    public static string Hash(Model model, IEnumerable<Share> shares)
    {
        var lines = shares.OrderBy(share => share.Pair)
            .Select(share => $"{model.SupplierOf(share.Pair)} {model.PairNeed[share.Pair]} {share.Quarters}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(lines))))[..16];
    }
}
