using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Imports;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;

namespace Kommunebro.NeedsIntake.Exports;

/// <summary>Needs as files, under /api/v1/needs.</summary>
internal static class ExportsEndpoints
{
    public static void MapExports(this WebApplication app) => app.MapGroup("/api/v1/needs").RequireAccess(AccessPolicies.NeedsRead)
        .MapGet("/export", ExportNeeds.HandleAsync)
        .Produces<Stream>(StatusCodes.Status200OK, TableFormats.Csv, TableFormats.Xlsx);
}
