using System.Net;
using System.Text;
using Kommunebro.Contracts;
using Kommunebro.Tests.NeedsIntake.Hosting;
using MiniExcelLibs;

namespace Kommunebro.Tests.NeedsIntake.Exports;

public sealed class ExportNeedsTests : IAsyncLifetime
{
    private NeedsServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await NeedsServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_norwegian_reader_gets_a_sheet_that_opens_rightly_with_words_of_the_language()
    {
        var need = await _server.SubmitNeedAsync();

        using var file = await FileAsync(_server, "?lang=nb");
        var bytes = await file.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.StartsWith("Behov;Status;Fylke (oblast);Hromada;", lines[0][1..], StringComparison.Ordinal);
        Assert.StartsWith($"{need.Id};submitted;05;Вінницька;2026-11-22;;{Places.Vinnytsia.Code};Ремонт насосної станції;", lines[1], StringComparison.Ordinal);
        Assert.Contains(";mellomlang (3–12 måneder);3;Опалювальний сезон;råd på avstand, ekspertbesøk;40;;uk, en;for partnere;2027-03-01;ja", lines[1], StringComparison.Ordinal);
        Assert.Equal("attachment; filename=needs-2026-11-22.csv; filename*=UTF-8''needs-2026-11-22.csv", $"{file.Content.Headers.ContentDisposition}");
        Assert.Equal(["nosniff"], file.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(1, await _server.Database.ScalarAsync<long>("select count(*) from audit where action = 'needs.export'"));
    }

    [Fact]
    public async Task Hxl_has_its_hashtags_below_the_names_and_the_names_of_the_api()
    {
        await _server.SubmitNeedAsync();

        var lines = (await TextAsync(_server, "?format=hxl&lang=nb")).Split("\r\n");

        Assert.StartsWith("#need+id,#status,#adm1+code,#adm3+name,#date+submitted,#date+verified,#adm3+code,", lines[1], StringComparison.Ordinal);
        Assert.All(lines[1].Split(','), tag => Assert.Matches("^#[a-z]+[0-9]?([+][a-z_]+)*$", tag));
        Assert.Contains(",medium,3,Опалювальний сезон,\"advice_remote, expert_visit\",40,,\"uk, en\",partners,2027-03-01,true", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_has_the_same_rows()
    {
        await _server.SubmitNeedAsync();
        await _server.SubmitNeedAsync(ANeed.Of(Places.Studena));

        using var file = await FileAsync(_server, "?format=xlsx&lang=uk");
        using var workbook = new MemoryStream(await file.Content.ReadAsByteArrayAsync());
        var rows = workbook.Query().Cast<IDictionary<string, object?>>().ToList();

        Assert.Equal(3, rows.Count);
        Assert.Equal(("Потреба", "Стан", "Область"), ($"{rows[0]["A"]}", $"{rows[0]["B"]}", $"{rows[0]["C"]}"));
        Assert.Equal(["Вінницька", "Студенянська"], rows.Skip(1).Select(row => $"{row["D"]}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+47 12")]
    [InlineData("-1+2")]
    public async Task A_cell_that_a_spreadsheet_would_run_is_made_safe(string title)
    {
        await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("title", $$"""{"en":"{{title}}"}"""));

        Assert.Contains($",'{title},", await TextAsync(_server, "?lang=en"), StringComparison.Ordinal);
        using var file = await FileAsync(_server, "?format=xlsx&lang=en");
        using var workbook = new MemoryStream(await file.Content.ReadAsByteArrayAsync());
        Assert.Contains($"'{title}", workbook.Query().Cast<IDictionary<string, object?>>().Last().Values.Select(cell => $"{cell}"));
    }

    [Fact]
    public async Task The_masks_of_the_list_hold_in_every_format()
    {
        foreach (var (place, sensitivity) in new[] { (Places.Nikopol, "public"), (Places.Studena, "restricted"), (Places.Studena, "partners") })
        {
            var need = await _server.SubmitNeedAsync(ANeed.Of(place).With("sensitivity", $"\"{sensitivity}\"").With("title", $$"""{"uk":"Назва {{sensitivity}}"}"""));
            await _server.VerifyAsync(need);
            if (place == Places.Nikopol)
                await _server.VerifiedDaysAgoAsync(need, 91);
        }

        await _server.SubmitNeedAsync(ANeed.Of(Places.Vinnytsia).With("title", """{"uk":"Назва unverified"}"""));
        using var other = await _server.PartnerAsync(Places.Vinnytsia with { Code = "UA05020030000031458" });
        using var viewer = _server.Staff(StaffRole.Viewer);

        foreach (var format in new[] { "csv", "hxl" })
        {
            var seen = await TextAsync(other, $"?format={format}&lang=en");
            Assert.Contains("Назва partners", seen, StringComparison.Ordinal);
            Assert.All(["Назва public", "Назва restricted", "Назва unverified", Places.Nikopol.Code, "Нікопольська"], secret => Assert.DoesNotContain(secret, seen, StringComparison.Ordinal));
            Assert.DoesNotContain("Назва restricted", await TextAsync(viewer, $"?format={format}&lang=en"), StringComparison.Ordinal);
        }

        var war = (await TextAsync(other, "?lang=en")).Split("\r\n").Single(line => line.Contains(",12,", StringComparison.Ordinal));
        Assert.Contains(",12,(masked),", war, StringComparison.Ordinal);
        Assert.DoesNotContain("Назва", await TextAsync(other, $"?municipality={Places.Nikopol.Code}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?format=pdf", "unknown_value")]
    [InlineData("?lang=de", "unknown_language")]
    [InlineData("?status=lost", "unknown_value")]
    [InlineData("?urgency=5", "out_of_range")]
    public async Task What_cannot_be_meant_is_refused(string query, string code) =>
        (await _server.GetAsync($"/api/v1/needs/export{query}")).ExpectProblem(HttpStatusCode.BadRequest, code);

    private static async Task<HttpResponseMessage> FileAsync(NeedsCaller caller, string query)
    {
        var file = await caller.Http.GetAsync(new Uri($"/api/v1/needs/export{query}", UriKind.Relative));
        Assert.True(file.StatusCode == HttpStatusCode.OK, await file.Content.ReadAsStringAsync());
        return file;
    }

    private static async Task<string> TextAsync(NeedsCaller caller, string query)
    {
        using var file = await FileAsync(caller, query);
        return await file.Content.ReadAsStringAsync();
    }
}
