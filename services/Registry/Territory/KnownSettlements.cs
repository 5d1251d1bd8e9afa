using Kommunebro.Registry.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Territory;

/// <summary>Which settlements hromadas have, by the codifier that was imported last.</summary>
/// <param name="settlements">Each with its code and that of its hromada.</param>
public sealed class KnownSettlements(IEnumerable<(string Code, string HromadaCode)> settlements)
{
    private readonly ILookup<string, string> _ofHromada =
        settlements.ToLookup(settlement => settlement.HromadaCode, settlement => settlement.Code, StringComparer.Ordinal);

    /// <summary>No codifier with settlements was imported.</summary>
    public static KnownSettlements None { get; } = new([]);

    /// <summary>Those of all hromadas.</summary>
    public static Task<KnownSettlements> ReadAsync(RegistryDb db, CancellationToken cancellationToken) => ReadAsync(db.Settlements, cancellationToken);

    /// <summary>Those of one.</summary>
    public static Task<KnownSettlements> ReadAsync(RegistryDb db, string hromadaCode, CancellationToken cancellationToken) =>
        ReadAsync(db.Settlements.Where(settlement => settlement.HromadaCode == hromadaCode), cancellationToken);

    /// <summary>Those of the hromada with <paramref name="code"/>; empty when they are not known.</summary>
    internal SettlementCover Of(string code) => new(_ofHromada[code]);

    private static async Task<KnownSettlements> ReadAsync(IQueryable<Settlement> settlements, CancellationToken cancellationToken) =>
        new((await settlements.Select(settlement => new { settlement.Code, settlement.HromadaCode }).ToListAsync(cancellationToken))
            .Select(settlement => (settlement.Code, settlement.HromadaCode)));
}
