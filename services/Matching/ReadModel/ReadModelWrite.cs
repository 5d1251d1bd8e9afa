using Kommunebro.Matching.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.ReadModel;

/// <summary>The one way in which the read model changes, by events and by snapshots alike.</summary>
internal static class ReadModelWrite
{
    /// <summary>Takes over what an owner says of one thing; a null <paramref name="state"/> says that it is gone.</summary>
    public static async Task HearAsync<TState>(
        this MatchingDb db, string id, long version, TState? state, CancellationToken cancellationToken)
        where TState : class
    {
        var known = await db.Set<Known<TState>>().FindAsync([id], cancellationToken);
        if (known is null)
            db.Add(known = new Known<TState> { Id = id });
        known.Hear(version, state);
    }

    /// <summary>A need that must not be seen is gone: what was made of it before stays hidden.</summary>
    public static async Task KeepHiddenAsync(this MatchingDb db, Guid needId, CancellationToken cancellationToken)
    {
        if (await db.HiddenNeeds.FindAsync([needId], cancellationToken) is null)
            db.Add(new HiddenNeed { NeedId = needId });
    }

    /// <summary>The need is matched anew, and not restricted: what was made of it before is seen like the need itself.</summary>
    public static async Task ShowAgainAsync(this MatchingDb db, Guid needId, CancellationToken cancellationToken)
    {
        if (await db.HiddenNeeds.FindAsync([needId], cancellationToken) is { } hidden)
            db.Remove(hidden);
    }
}
