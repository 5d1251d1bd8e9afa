using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.NeedsIntake.Statistics;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What all steps on a need have in common: find it, compare versions, do it, tell, audit, save.</summary>
internal sealed class NeedChange(NeedsIntakeDb db, ActingFor<NeedsIntakeDb> acting, NeedVisibility visibility, QueueMetrics metrics, TimeProvider clock)
{
    /// <summary>Does <paramref name="change"/>, and stores it with its audit and its event.</summary>
    /// <param name="id">The need.</param>
    /// <param name="step">What is done, as the audit names it.</param>
    /// <param name="requireVersion">Throws unless the caller saw the version that it gets.</param>
    /// <param name="change">Does it, at the time that it gets.</param>
    /// <param name="words">What is said with it, for the need's history; null when nothing is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">Not found need_not_found, also of a need that the caller does not act for; what <paramref name="requireVersion"/> or <paramref name="change"/> refuses.</exception>
    public async Task<NeedView> RunAsync(
        Guid id,
        NeedStep step,
        Action<long> requireVersion,
        Action<Need, KnownMunicipality, DateTimeOffset> change,
        string? words,
        CancellationToken cancellationToken)
    {
        var (need, hromada) = await FindAsync(id, cancellationToken);
        requireVersion(need.Version);
        var (before, status, since) = (NeedState.Of(need), need.Status, need.StatusSince);
        change(need, hromada, clock.GetUtcNow());
        db.Tell(need, status, step);
        db.Record(need, $"need.{WireName.Of(step)}", before, words);
        await db.SaveChangesAsync(cancellationToken);
        if (step == NeedStep.Verify && NeedLifeCycle.IsAwaited(status))
            metrics.Verified(need.ChangedAt - since);
        return await visibility.ShowAsync(need, hromada, cancellationToken);
    }

    /// <summary>The need as it stands; refuses unless the caller acts for its hromada.</summary>
    /// <exception cref="Refusal">Not found need_not_found.</exception>
    public async Task<Need> RequireAsync(Guid id, CancellationToken cancellationToken) => (await FindAsync(id, cancellationToken)).Need;

    /// <summary>The refusal of an id that no need has.</summary>
    public static Refusal NotFound() => Refusal.NotFound("need_not_found", "There is no such need.");

    private async Task<(Need Need, KnownMunicipality Hromada)> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await db.Needs.Where(need => need.Id == id)
            .Join(db.Municipalities, need => need.MunicipalityId, known => known.Id, (need, known) => new { Need = need, Hromada = known })
            .SingleOrDefaultAsync(cancellationToken) ?? throw NotFound();
        return await acting.IncludesAsync(found.Hromada.Code, cancellationToken) ? (found.Need, found.Hromada) : throw NotFound();
    }
}
