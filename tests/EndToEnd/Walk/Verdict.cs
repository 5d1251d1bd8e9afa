namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>Compares answers with what is due, and ends the walk at the first that is not.</summary>
internal sealed class Verdict(Leaks leaks)
{
    /// <summary>Whether <paramref name="asker"/>, who asked for <paramref name="ids"/>, got what is due, and nothing in it that is not for it.</summary>
    public void Of(Row row, Asker asker, IReadOnlyList<string> ids, Answer answer)
    {
        var due = row.DueFor(asker);
        var isAsDue = due switch
        {
            Due.Unauthenticated => answer.Outcome == Outcome.Unauthenticated,
            Due.Forbidden => answer.Outcome == Outcome.Forbidden,
            Due.Hidden => answer.Outcome == (row.Of is null ? Outcome.Refused : Outcome.NotFound),
            _ => answer.Outcome == Outcome.Answered || (answer.Outcome == Outcome.Refused && !row.Reads),
        };
        Assert.True(isAsDue, $"{row} as {asker}: {answer.Status}, but {due} is due. {answer.Text}");
        var leak = leaks.FindIn(answer.Text, row, asker, ids);
        Assert.True(leak is null, $"{row} as {asker}: {answer.Status} tells {leak}. {answer.Text}");
    }

    /// <summary>Another organisation's thing is answered as one that there is not, or the answer would tell that there is one.</summary>
    public static void Alike(Row row, Asker asker, Answer others, Answer unknown) => Assert.True(
        others.Comparable == unknown.Comparable,
        $"{row} as {asker}: another organisation's is answered with {others.Comparable}, one that there is not with {unknown.Comparable}");
}
