using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>Files of needs, under /api/v1/needs.</summary>
internal static class ImportsEndpoints
{
    // What a file is, is told by what it holds.
    private const string AnyFile = "*/*";

    public static void MapImports(this WebApplication app)
    {
        var write = app.MapGroup("/api/v1/needs").RequireAccess(AccessPolicies.NeedsWrite);
        write.MapGet("/import-template", GetTemplate.HandleAsync)
            .Produces<Stream>(StatusCodes.Status200OK, TableFormats.Csv, TableFormats.Xlsx);
        write.MapPost("/imports", UploadNeeds.HandleAsync)
            .Accepts<Stream>(AnyFile)
            .WithMetadata(new RequestSizeLimitAttribute(ImportOrder.MostBytes))
            .WithIdempotencyKey<NeedsIntakeDb>();
        write.MapGet("/imports/{id:guid}", GetImport.HandleAsync);
        write.MapGet("/imports/{id:guid}/rows", FindImportRows.HandleAsync);
    }
}
