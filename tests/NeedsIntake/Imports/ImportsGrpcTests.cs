using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Testing;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Imports;

/// <summary>Imports as staff's pages ask for them.</summary>
public sealed class ImportsGrpcTests : IAsyncLifetime
{
    private NeedsServer _server = null!;
    private NeedImports.NeedImportsClient _auc = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await NeedsServer.StartAsync();
        _auc = _server.Imports(StaffRole.AucCoordinator);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Rows_are_told_by_the_page_in_the_language_of_who_reads()
    {
        var file = NeedsFile.Of(Enumerable.Range(1, 25).Select(row => NeedsFile.Row($"Потреба {row}", urgency: row == 22 ? "багато" : "2")));
        var import = await _auc.ImportNeedsAsync(new ImportNeedsRequest { Content = ByteString.CopyFromUtf8(file) }, In("nb"));

        var second = await _auc.GetImportAsync(new GetImportRequest { ImportId = import.ImportId, Page = 2, PageSize = 20 }, In("uk"));
        var refused = await _auc.GetImportAsync(new GetImportRequest { ImportId = import.ImportId, Outcome = "refused" }, In("en"));

        Assert.Equal((25, 25, false, "skip_faulty"), (second.RowsInFile, second.Total, second.DryRun, second.Policy));
        Assert.Equal([("imported", 24), ("refused", 1)], second.Outcomes.OrderBy(outcome => outcome.Key).Select(outcome => (outcome.Key, outcome.Value)));
        Assert.Equal([22, 23, 24, 25, 26], second.Rows.Select(row => row.Line));
        var fault = Assert.Single(second.Rows[1].Faults);
        Assert.Equal(("Терміновість", "Тут має бути ціле число."), (fault.Header, fault.Message));
        Assert.Equal((1, "Urgency"), (refused.Total, refused.Rows.Single().Faults.Single().Header));
        Assert.NotEmpty(second.FinishedAt);
        Assert.Single((await _server.FindNeedsAsync("?limit=200")).Items, need => $"{need["id"]}" == second.Rows[0].NeedId);
    }

    [Fact]
    public async Task A_dry_run_with_all_or_nothing_does_as_it_is_told()
    {
        var request = new ImportNeedsRequest
        {
            Content = ByteString.CopyFromUtf8(NeedsFile.Of(NeedsFile.Row("Ремонт водогону"))), DryRun = true, Policy = "all_or_nothing",
        };

        var report = await _auc.GetImportAsync(new GetImportRequest { ImportId = (await _auc.ImportNeedsAsync(request)).ImportId });

        Assert.Equal((true, "all_or_nothing", "valid"), (report.DryRun, report.Policy, Assert.Single(report.Rows).Outcome));
        Assert.Empty((await _server.FindNeedsAsync()).Items);
    }

    [Fact]
    public async Task A_file_may_be_larger_than_other_messages()
    {
        var wide = NeedsFile.Of(Enumerable.Range(1, 50).Select(row => NeedsFile.Row($"Потреба {row} {new string('x', 100 * 1024)}")));

        var import = await _auc.ImportNeedsAsync(new ImportNeedsRequest { Content = ByteString.CopyFromUtf8(wide), DryRun = true });

        Assert.Equal(50, (await _auc.GetImportAsync(new GetImportRequest { ImportId = import.ImportId, Outcome = "refused" })).Total);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_what_is_not_there_not_found()
    {
        var empty = await GrpcRefusal.OfAsync(_auc.ImportNeedsAsync(new ImportNeedsRequest()));
        var policy = await GrpcRefusal.OfAsync(_auc.ImportNeedsAsync(new ImportNeedsRequest { Policy = "some" }));
        var outcome = await GrpcRefusal.OfAsync(_auc.GetImportAsync(new GetImportRequest { Outcome = "lost" }));
        var unknown = await GrpcRefusal.OfAsync(_auc.GetImportAsync(new GetImportRequest { ImportId = "7" }));
        var ofKs = await GrpcRefusal.OfAsync(_server.Imports(StaffRole.KsCoordinator).GetTemplateAsync(new GetTemplateRequest()));

        Assert.Equal(["empty_file", "unknown_value", "unknown_value", "import_not_found"], new[] { empty, policy, outcome, unknown }.Select(refused => refused.Code));
        Assert.Equal(StatusCode.PermissionDenied, ofKs.Status);
    }

    [Fact]
    public async Task The_template_is_that_of_REST()
    {
        var template = await _auc.GetTemplateAsync(new GetTemplateRequest { Format = "csv", Language = "nb" });

        Assert.Equal(("needs-nb.csv", "text/csv; charset=utf-8"), (template.Name, template.MediaType));
        Assert.Contains("Hastegrad", Encoding.UTF8.GetString(template.Content.Span), StringComparison.Ordinal);
    }

    private static Metadata In(string language) => new() { { "accept-language", language } };
}
