namespace Kommunebro.Contracts.OfficialCodes;

/// <summary>
/// Codes are written with Latin letters (KATOTTG, order 290 of 26.11.2020), but press texts and keyboards bring Cyrillic
/// ones that look the same: А for A, Н for H. They are told, never changed silently, since whoever sends them has
/// other records with them.
/// </summary>
public static class CyrillicLetters
{
    /// <summary>The fault cyrillic_letters when <paramref name="code"/> has a Cyrillic letter, else null.</summary>
    public static CodeFault? FaultOf(string code)
    {
        for (var i = 0; i < code.Length; i++)
            if (code[i] is >= '\u0400' and <= '\u052F')
                return new CodeFault(
                    "cyrillic_letters",
                    $"Character {i + 1} ({code[i]}, U+{(int)code[i]:X4}) is a Cyrillic letter; codes have Latin letters.");
        return null;
    }
}
