using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>A need beside what its codes stand for.</summary>
internal sealed class NeedRow
{
    public required Need Need { get; init; }

    public required KnownMunicipality Hromada { get; init; }

    public required KnownArea Area { get; init; }

    /// <summary>Each of <paramref name="needs"/> as a row, still to be filtered and sorted where it is stored.</summary>
    public static IQueryable<NeedRow> Of(NeedsIntakeDb db, IQueryable<Need> needs) =>
        from need in needs
        join hromada in db.Municipalities.AsNoTracking() on need.MunicipalityId equals hromada.Id
        join area in db.Areas.AsNoTracking() on need.Statement.AreaCode equals area.Code
        select new NeedRow { Need = need, Hromada = hromada, Area = area };
}
