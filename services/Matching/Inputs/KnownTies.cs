using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Inputs;

/// <summary>Who helps whom already outside of this platform: suppliers of the register, and others of whom only that they help is known.</summary>
public sealed class KnownTies
{
    private readonly ILookup<Guid, Tie> _bySupplier;
    private readonly HashSet<Guid> _helped;

    private KnownTies(IReadOnlyList<Help> helps)
    {
        _helped = [.. helps.Select(help => help.HromadaId)];
        _bySupplier = helps.Where(help => help.PartnerId is not null)
            .ToLookup(help => help.PartnerId!.Value, help => new Tie(help.HromadaId, help.Kind));
    }

    /// <summary>What holds on <paramref name="today"/>.</summary>
    public static async Task<KnownTies> LoadAsync(MatchingDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var known = await db.Initiatives.AsNoTracking().Where(initiative => initiative.State != null).ToListAsync(cancellationToken);
        return new KnownTies([.. known.Select(initiative => initiative.State!).Where(help => help.LastsOn(today))]);
    }

    /// <summary>Whether anybody helps the hromada, under whatever programme.</summary>
    public bool IsHelped(Guid hromadaId) => _helped.Contains(hromadaId);

    /// <summary>The hromadas that the supplier helps, each kind of tie once, in a fixed order whatever the order of messages.</summary>
    public IReadOnlyList<Tie> Of(Guid supplierId) => [.. _bySupplier[supplierId].Distinct().OrderBy(tie => tie.HromadaId).ThenBy(tie => tie.Kind)];
}
