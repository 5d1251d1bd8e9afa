using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Exports;

/// <summary>The register as files, under /api/v1/municipalities.</summary>
internal static class ExportsEndpoints
{
    public static void MapExports(this RouteGroupBuilder api) => api.MapGet("/municipalities/export", ExportMunicipalities.HandleAsync)
        .RequireAccess(AccessPolicies.RegistryRead)
        .WithName("ExportMunicipalities")
        .WithSummary("The register as a file")
        .Produces<Stream>(StatusCodes.Status200OK, TableFormats.Csv, TableFormats.Xlsx, GeoJson.MediaType);
}
