using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Mvc;

namespace Kommunebro.Registry.Imports;

/// <summary>REST: /api/v1/imports.</summary>
internal static class ImportsEndpoints
{
    public static void MapImports(this RouteGroupBuilder api) => api
        .MapPut("/imports/{register}", UploadAsync)
        .RequireAccess(AccessPolicies.RegistryWrite)
        .Accepts<Stream>("application/octet-stream", "*/*")
        .WithMetadata(new RequestSizeLimitAttribute(ImportFile.MostBytes))
        .WithName("UploadRegister")
        .WithSummary("Take in an official register")
        .WithDescription(
            "The body is the file: `katottg`, `territory`, `klass`, `enhetsregisteret`, `geonorge`, `attributes` or `relations`. It is taken in wholly or not at all; `dryRun` only says what would change. "
            + "The same file again changes nothing, so it may be sent again after a broken connection. 404 register_not_found; 400 missing_field, invalid_options, empty_file, file_too_large, unsupported_file, malformed_csv, malformed_json, wrong_form, missing_column.");

    private static Task<UploadAnswer> UploadAsync(
        string register, [AsParameters] ImportQuery query, string? lang, Stream body, UploadRegister upload, HttpContext http, CancellationToken cancellationToken) =>
        upload.RunAsync(register, query, body, ReaderLanguage.Of(lang, http), cancellationToken);
}
