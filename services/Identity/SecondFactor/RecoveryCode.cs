using System.Security.Cryptography;
using System.Text;

namespace Kommunebro.Identity.SecondFactor;

/// <summary>Codes that each open once, for who has lost the authenticator.</summary>
internal static class RecoveryCode
{
    private const int Count = 10;
    private const int GroupLength = 5;
    private const int Groups = 3;
    private const string LettersThatReadWell = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Ten of them, of about 74 bits each, in groups that can be read aloud.</summary>
    public static IReadOnlyList<string> Make() =>
    [
        .. Enumerable.Range(0, Count).Select(_ => string.Join(
            '-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(LettersThatReadWell, GroupLength)))),
    ];

    /// <summary>As it is stored. So much chance needs no slow hash.</summary>
    public static string HashOf(string code)
    {
        var letters = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(letters)));
    }
}
