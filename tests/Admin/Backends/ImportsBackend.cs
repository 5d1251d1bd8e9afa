using Google.Protobuf;
using Grpc.Core;
using Kommunebro.Contracts.Needs.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Needs-intake's face for imports: one that is done, and one that was cut off.</summary>
public sealed class ImportsBackend(Heard heard) : NeedImports.NeedImportsBase
{
    public override Task<ImportNeedsReply> ImportNeeds(ImportNeedsRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new ImportNeedsReply { ImportId = FileSamples.ImportId });
    }

    public override Task<ImportReport> GetImport(GetImportRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        var report = FileSamples.Report;
        if (request.ImportId == FileSamples.CutOffId)
            (report.FinishedAt, report.Total) = ("", 0);
        else if (request.ImportId != FileSamples.ImportId)
            throw Refusals.NotFound("import_not_found");
        if (report.Total == 0)
            report.Rows.Clear();
        return Task.FromResult(report);
    }

    public override Task<ImportTemplate> GetTemplate(GetTemplateRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new ImportTemplate
        {
            Name = $"needs-{request.Language}.{request.Format}", MediaType = "text/csv; charset=utf-8", Content = ByteString.CopyFromUtf8("municipality"),
        });
    }
}
