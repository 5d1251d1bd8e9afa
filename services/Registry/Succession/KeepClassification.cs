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
        return news.Count + periods.Count(period => Keep(period, known));
    }

    private bool Keep(CodePeriod period, List<ClassificationCode> known)
    {
        var same = known.FindAll(code => code.Classification == period.Classification && code.Code == period.Code);
        if (same.Find(code => code.From == period.From) is { } sameStart) return sameStart.Update(period);
        // The codes of one day say nothing of beginnings: what holds on that day under this name is no other period.
        if (period.Until is null && same.Exists(code => code.HoldsOn(period.From) && code.Name == period.Name)) return false;
        var added = new ClassificationCode(period);
        db.Add(added);
        known.Add(added);
        return true;
    }

    private static (int, string, string, DateOnly) KeyOf(CodeChange change) => (change.Classification, change.OldCode, change.NewCode, change.OccurredOn);
}
