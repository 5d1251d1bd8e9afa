namespace Kommunebro.Tables;

/// <summary>
/// Keeps a cell a text for whoever opens the file: a spreadsheet takes what begins with =, +, -, @, a tab or a line break for a formula,
/// which may send the sheet away (OWASP, CSV Injection).
/// </summary>
public static class SafeCell
{
    private const char Guard = '\'';

    /// <summary>The text, after an apostrophe where a spreadsheet would take it for a formula.</summary>
    public static string Of(string text) => LooksLikeFormula(text) ? Guard + text : text;

    /// <summary>What <see cref="Of"/> was given, so that a file that was written can be read again.</summary>
    public static string Undone(string text) => text is [Guard, ..] && LooksLikeFormula(text[1..]) ? text[1..] : text;

    // An apostrophe before such a beginning is guarded, too, or it would be lost on the way back.
    private static bool LooksLikeFormula(string text) => text.TrimStart(Guard) is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
