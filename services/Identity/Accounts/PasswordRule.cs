using System.Security.Cryptography;

namespace Kommunebro.Identity.Accounts;

/// <summary>Length is what makes a password hard to guess (NIST SP 800-63B, 3.1.1.2); no rule of composition.</summary>
internal static class PasswordRule
{
    public const int Shortest = 12;

    // Hashing takes as long as the text is; nobody types more.
    public const int Longest = 200;

    private const string LettersThatReadWell = "abcdefghjkmnpqrstuvwxyz23456789";

    public static bool Holds(string password) => password.Length is >= Shortest and <= Longest;

    /// <summary>A password by chance, of about 99 bits, in groups that can be read aloud.</summary>
    public static string Make() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(LettersThatReadWell, 5)));
}
