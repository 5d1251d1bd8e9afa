using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Initiatives;

/// <summary>An initiative beside its two sides.</summary>
internal sealed class InitiativeRow
{
    public required Initiative Initiative { get; init; }

    public required Municipality Hromada { get; init; }

    /// <summary>Null for an outside party.</summary>
    public required Municipality? Partner { get; init; }

    /// <summary>All of them, still to be filtered and sorted where they are stored.</summary>
    public static IQueryable<InitiativeRow> Of(RegistryDb db) =>
        from initiative in db.Initiatives.AsNoTracking()
        join hromada in db.Municipalities.AsNoTracking() on initiative.HromadaId equals hromada.Id
        join known in db.Municipalities.AsNoTracking() on initiative.PartnerId equals known.Id into partners
        from partner in partners.DefaultIfEmpty()
        select new InitiativeRow { Initiative = initiative, Hromada = hromada, Partner = partner };
}
