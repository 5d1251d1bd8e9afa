using Google.Protobuf;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>gRPC: imports for staff's pages, by the same use cases as REST's.</summary>
internal sealed class ImportsGrpc(NeedsIntakeDb db, ImportNeeds imports, Caller caller) : NeedImports.NeedImportsBase
{
    /// <summary>The most bytes of a message: a file, and room for what shall become of it.</summary>
    public const int MostBytes = ImportOrder.MostBytes + 1024;

    /// <summary>unknown_value (policy); what <see cref="UploadNeeds"/> refuses of the file.</summary>
    [Authorize(AccessPolicies.NeedsWrite)]
    [RequestSizeLimit(MostBytes)]
    public override async Task<ImportNeedsReply> ImportNeeds(ImportNeedsRequest request, ServerCallContext context)
    {
        var order = ImportOrder.Of(caller, LanguageOf(context), NeedsGrpc.Given(request.Policy), request.DryRun);
        using var content = new MemoryStream(request.Content.ToByteArray());
        return new ImportNeedsReply { ImportId = $"{(await imports.RunAsync(order, content, context.CancellationToken)).Id}" };
    }

    /// <summary>In the language of who reads it, whoever brought the file. import_not_found; unknown_value (outcome), out_of_range.</summary>
    [Authorize(AccessPolicies.NeedsWrite)]
    public override async Task<ImportReport> GetImport(GetImportRequest request, ServerCallContext context)
    {
        var rules = new Rules();
        var outcome = rules.Choice<RowOutcome>(NeedsGrpc.Given(request.Outcome), "outcome");
        var page = NumberedPage.Take(rules, request.Page, request.PageSize);
        rules.Enforce();
        var language = LanguageOf(context);
        // What is no id, no import has.
        _ = Guid.TryParse(request.ImportId, out var id);
        var import = await Imports.GetImport.FindAsync(db, caller, id, context.CancellationToken);
        var view = await ImportViews.OfAsync(db, import, context.CancellationToken);
        var rows = await db.Set<NeedImportRow>().AsNoTracking()
            .Where(row => row.ImportId == id && (outcome == null || row.Outcome == outcome))
            .OrderBy(row => row.Line).Skip(page.Before).Take(page.Size).ToListAsync(context.CancellationToken);
        return ImportMessage.Of(view, outcome, rows.ConvertAll(row => ImportViews.Of(row, language)));
    }

    /// <summary>unknown_value (format), unknown_language.</summary>
    [Authorize(AccessPolicies.NeedsWrite)]
    public override async Task<ImportTemplate> GetTemplate(GetTemplateRequest request, ServerCallContext context)
    {
        var file = await Imports.GetTemplate.HandleAsync(
            NeedsGrpc.Given(request.Format), NeedsGrpc.Given(request.Language), context.GetHttpContext(), context.CancellationToken);
        return new ImportTemplate { Name = file.FileDownloadName, MediaType = file.ContentType, Content = ByteString.CopyFrom(file.FileContents.Span) };
    }

    private static string LanguageOf(ServerCallContext context) => ReaderLanguage.Of(null, context.GetHttpContext());
}
