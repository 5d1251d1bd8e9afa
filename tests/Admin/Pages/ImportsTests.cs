using System.Net;
using Google.Rpc;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>Files of needs, without script.</summary>
public sealed class ImportsTests() : StaffPages(StaffRole.AucCoordinator)
{
    private static readonly string ReportPage = $"needs/imports/{FileSamples.ImportId}";

    [Fact]
    public async Task A_file_is_tried_first_and_leads_to_what_would_become_of_it()
    {
        var form = await Staff.GetAsync("needs/import");
        var page = await Staff.SubmitAsync(form, "import", "municipality"u8.ToArray(), "needs.csv");

        var request = Assert.Single(Server.Heard.Of<ImportNeedsRequest>());
        Assert.Equal((true, "skip_faulty", "municipality"), (request.DryRun, request.Policy, request.Content.ToStringUtf8()));
        Assert.Equal($"/admin/{ReportPage}", page.Address.AbsolutePath);
        Assert.Contains("The file was tried. Nothing is changed.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_chosen_and_asks_for_the_file_again()
    {
        Server.Heard.Refuse<ImportNeedsRequest>(Refusals.Of(
            Code.InvalidArgument, "unknown_column", ("file", "unknown_column", "There is no column “colour”; see the template.")));

        var page = await Staff.SubmitAsync(
            await Staff.GetAsync("needs/import"), "import", "colour"u8.ToArray(), "needs.csv", ("mode", "import"), ("policy", "all_or_nothing"));

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains("There is no column “colour”", page.Text, StringComparison.Ordinal);
        Assert.Equal(("import", "all_or_nothing"), (page.FieldsOf("import")["mode"], page.FieldsOf("import")["policy"]));
        Assert.Contains("Choose the file again", page.Text, StringComparison.Ordinal);
        Assert.Contains("Choose a file.", (await Staff.SubmitAsync(page, "import", [], "")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_told_that_nothing_was_changed_when_no_answer_came()
    {
        Server.Heard.Refuse<ImportNeedsRequest>(new RpcException(new Grpc.Core.Status(StatusCode.DeadlineExceeded, "too late")));

        var page = await Staff.SubmitAsync(await Staff.GetAsync("needs/import"), "import", "municipality"u8.ToArray(), "needs.csv", ("mode", "import"));

        Assert.Contains("What was imported is kept. Send the same file again", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was changed", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_row_is_told_with_every_fault_and_rows_are_filtered_and_paged()
    {
        var page = await Staff.GetAsync($"{ReportPage}?outcome=refused&page=2&size=50");

        var request = Assert.Single(Server.Heard.Of<GetImportRequest>());
        Assert.Equal(("refused", 2, 50), (request.Outcome, request.Page, request.PageSize));
        Assert.Contains("<strong>Urgency</strong>: This must be a whole number.", page.Html, StringComparison.Ordinal);
        Assert.Contains("<strong>Hromada (KATOTTG)</strong>: No hromada that you act for has this code.", page.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"needs/{Samples.NeedId}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Remove the filter Refused", page.Html, StringComparison.Ordinal);
        Assert.Contains("Page 1", (await Staff.GetAsync(ReportPage)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_is_imported_from_the_report_itself()
    {
        var report = await Staff.GetAsync(ReportPage);
        await Staff.SubmitAsync(report, "import", "municipality"u8.ToArray(), "needs.csv");

        Assert.Contains("Correct the rows that are refused and send the whole file again", report.Text, StringComparison.Ordinal);
        Assert.False(Assert.Single(Server.Heard.Of<ImportNeedsRequest>()).DryRun);
        var cutOff = await Staff.GetAsync($"needs/imports/{FileSamples.CutOffId}");
        Assert.Contains("it goes on where it stopped", cutOff.Text, StringComparison.Ordinal);
        Assert.Contains("There are no rows here.", cutOff.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_comes_in_the_language_that_was_chosen()
    {
        var page = await Staff.GetAsync("needs/import");
        var file = (await Staff.GetAsync("needs/import/template?format=csv&language=uk")).Expect(HttpStatusCode.OK);

        Assert.All(Languages, language => Assert.Contains($"needs/import/template?format=xlsx&amp;language={language}", page.Html, StringComparison.Ordinal));
        Assert.Equal("needs-uk.csv", file.Response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("municipality", file.Html);
    }

    [Fact]
    public async Task Who_may_not_import_is_not_led_there()
    {
        using var ks = await Server.StaffAsync(StaffRole.KsCoordinator);

        Assert.Contains("href=\"needs/import\"", (await Staff.GetAsync("needs")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("needs/import", (await ks.GetAsync("needs")).Html, StringComparison.Ordinal);
        foreach (var address in new[] { "needs/import", ReportPage, "needs/import/template" })
            (await ks.GetAsync(address)).Expect(HttpStatusCode.Forbidden);
        (await Staff.GetAsync($"needs/imports/{Samples.NeedId}")).Expect(HttpStatusCode.NotFound);
    }

    private static readonly string[] Languages = ["nb", "uk", "en"];
}
