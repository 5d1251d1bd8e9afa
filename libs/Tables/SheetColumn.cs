namespace Kommunebro.Tables;

/// <summary>The letters by which spreadsheets call their columns: A to Z, AA to ZZ, and so on.</summary>
internal static class SheetColumn
{
    private const int Letters = 26;

    /// <summary>The letters of the column at this place, from 0.</summary>
    public static string LetterOf(int at)
    {
        var letters = "";
        for (var left = at; left >= 0; left = (left / Letters) - 1) letters = (char)('A' + (left % Letters)) + letters;
        return letters;
    }

    /// <summary>The place, from 0, of the column with these letters.</summary>
    public static int At(string letters) => letters.Aggregate(0, (at, letter) => (at * Letters) + letter - 'A' + 1) - 1;
}
