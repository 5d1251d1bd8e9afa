using Kommunebro.Registry.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Succession;

/// <summary>Keeps what KLASS says of codes and their changes; the same again changes nothing.</summary>
public sealed class KeepClassification(RegistryDb db)
{
    /// <summary>Adds and updates; the caller saves.</summary>
    /// <returns>How many periods and changes are new or different.</returns>
    public async Task<int> RunAsync(IReadOnlyList<CodePeriod> periods, IReadOnlyList<CodeChange> changes, CancellationToken cancellationToken)
    {
        var known = await db.ClassificationCodes.ToListAsync(cancellationToken);
        var edges = (await db.CodeChanges.AsNoTracking().ToListAsync(cancellationToken)).Select(KeyOf).ToHashSet();
        List<CodeChange> news = [.. changes.DistinctBy(KeyOf).Where(change => !edges.Contains(KeyOf(change)))];
        db.AddRange(news);
        return news.Count + Close(periods, known) + periods.Count(period => Keep(period, known));
    }

    /// <summary>A list of today has all codes of its classification: what is not in it and has no end yet, ended when the year began at the latest.</summary>
    private static int Close(IReadOnlyList<CodePeriod> periods, List<ClassificationCode> known)
    {
        if (periods.Count == 0 || !periods.All(period => period.IsOfOneDay && period.Until is null)) return 0;
        var (listed, newYear) = (periods.Select(period => period.Code).ToHashSet(StringComparer.Ordinal), new DateOnly(periods[0].From.Year, 1, 1));
        var gone = known.FindAll(code => code.Classification == periods[0].Classification && code.Until is null && code.From < newYear && !listed.Contains(code.Code));
        gone.ForEach(code => code.End(newYear));
        return gone.Count;
    }

    private bool Keep(CodePeriod period, List<ClassificationCode> known)
    {
        var same = known.FindAll(code => code.Classification == period.Classification && code.Code == period.Code);
        if (same.Exists(code => code.Covers(period))) return false;
        if (same.Find(code => code.From == period.From) is { } sameStart) return sameStart.Update(period);
        var added = new ClassificationCode(period);
        db.Add(added);
        known.Add(added);
        return true;
    }

    private static (int, string, string, DateOnly) KeyOf(CodeChange change) => (change.Classification, change.OldCode, change.NewCode, change.OccurredOn);
}
