using System.Net;
using System.Text;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Imports;

public sealed class ImportNeedsTests : IAsyncLifetime
{
    private NeedsServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await NeedsServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Rows_become_submitted_needs_with_audit_and_event_as_if_they_had_come_alone()
    {
        var import = await _server.UploadAsync(NeedsFile.Of(NeedsFile.Row("Ремонт водогону"), NeedsFile.Row("Генератор", Places.Studena.Code)));

        Assert.Equal("imported 2", import.Outcomes());
        var found = (await _server.FindNeedsAsync("?status=submitted")).Items;
        Assert.Equal(["Генератор", "Ремонт водогону"], found.Select(need => (string?)need["title"]!["uk"]).Order(StringComparer.Ordinal));
        var need = found.Single(need => (string?)need["municipality"] == Places.Vinnytsia.Code);
        Assert.Equal("""["uk","en"]""", need["languages"]!.ToJsonString());
        var rows = (await _server.GetAsync($"{import.Location}/rows")).Items;
        Assert.Equal([2, 3], rows.Select(row => (int)row["line"]!));
        Assert.Contains((string?)need["id"], rows.Select(row => (string?)row["needId"]));
        Assert.Equal(2, await CountAsync("audit where action = 'need.submit'"));
        await Until.TrueAsync(() => _server.Notification.Heard<NeedSubmitted>().Count == 2);
    }

    [Fact]
    public async Task The_same_file_twice_imports_nothing_twice()
    {
        var file = NeedsFile.Of(NeedsFile.Row("Перша потреба"), NeedsFile.Row("Друга потреба"), NeedsFile.Row("Третя потреба"));
        var first = await _server.UploadAsync(file);

        var again = await _server.UploadAsync(file);
        var longer = await _server.UploadAsync($"{file}\n{NeedsFile.Row("Четверта потреба")}");

        Assert.Equal(("imported 3", "already_imported 3", "already_imported 3, imported 1"), (first.Outcomes(), again.Outcomes(), longer.Outcomes()));
        Assert.Equal(4, await CountAsync("needs"));
        var known = (await _server.GetAsync($"{again.Location}/rows?outcome=already_imported&limit=1")).Items.Single();
        Assert.Equal(HttpStatusCode.OK, (await _server.GetNeedAsync((string)known["needId"]!)).Status);
    }

    [Fact]
    public async Task A_wrong_row_is_told_by_its_line_in_the_senders_language_and_the_others_are_imported()
    {
        var import = await _server.UploadAsync(NeedsFile.Of(
            NeedsFile.Row("Перша потреба"), NeedsFile.Row("Друга потреба", "UA05020030000099999", "багато"), NeedsFile.Row("Третя потреба")), "?lang=uk");

        Assert.Equal("imported 2, refused 1", import.Outcomes());
        var refused = Assert.Single(import.Body["refused"]!.AsArray())!;
        Assert.Equal(3, (int)refused["line"]!);
        Assert.Equal(
            [
                ("urgency", "Терміновість", "wrong_type", "Тут має бути ціле число."),
                ("municipality", "Громада (КАТОТТГ)", "unknown_municipality", "Жодна громада, від імені якої ви дієте, не має цього коду."),
            ],
            refused["faults"]!.AsArray().Select(fault =>
                ((string?)fault!["column"], (string?)fault["header"], (string?)fault["code"], (string?)fault["message"])));
    }

    [Fact]
    public async Task With_all_or_nothing_a_wrong_row_holds_the_others_back_until_it_is_right()
    {
        string[] rows = [NeedsFile.Row("Перша потреба"), NeedsFile.Row("Друга потреба", urgency: "9")];

        var wrong = await _server.UploadAsync(NeedsFile.Of(rows), "?policy=all_or_nothing");
        var before = await CountAsync("needs");
        var right = await _server.UploadAsync(NeedsFile.Of(rows[0], NeedsFile.Row("Друга потреба")), "?policy=all_or_nothing");

        Assert.Equal(("held_back 1, refused 1", 0, "imported 2"), (wrong.Outcomes(), before, right.Outcomes()));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_come_and_changes_nothing()
    {
        var file = NeedsFile.Of(NeedsFile.Row("Перша потреба"), NeedsFile.Row("Перша потреба"), NeedsFile.Row("Ш"));

        var tried = await _server.UploadAsync(file, "?dryRun=true");

        Assert.Equal("refused 1, stands_twice 1, valid 1", tried.Outcomes());
        Assert.True((bool)tried.Body["dryRun"]!);
        Assert.Equal(0, await CountAsync("needs"));
        Assert.Equal("imported 1, refused 1, stands_twice 1", (await _server.UploadAsync(file)).Outcomes());
    }

    [Fact]
    public async Task A_reference_stands_for_one_need_and_another_content_under_it_is_refused()
    {
        static string File(string title) => $"reference,{NeedsFile.Header}\nВН-17,{NeedsFile.Row(title)}";
        using var one = await _server.PartnerAsync(Places.Vinnytsia);
        using var other = await _server.PartnerAsync(Places.Vinnytsia);

        Assert.Equal("imported 1", (await one.UploadAsync(File("Ремонт водогону"))).Outcomes());
        Assert.Equal("already_imported 1", (await one.UploadAsync(File("Ремонт водогону"))).Outcomes());
        var changed = await one.UploadAsync(File("Ремонт двох водогонів"));
        Assert.Equal("refused 1", changed.Outcomes());
        Assert.Equal("reference_taken", (string?)changed.Body["refused"]![0]!["faults"]![0]!["code"]);
        Assert.Equal("imported 1", (await other.UploadAsync(File("Інша потреба"))).Outcomes());
    }

    [Fact]
    public async Task A_partner_imports_for_its_own_hromadas_and_sees_its_own_imports()
    {
        using var partner = await _server.PartnerAsync(Places.Studena);
        using var other = await _server.PartnerAsync(Places.Vinnytsia);

        var import = await partner.UploadAsync(NeedsFile.Of(NeedsFile.Row("Своя потреба", Places.Studena.Code), NeedsFile.Row("Чужа потреба")));

        Assert.Equal("imported 1, refused 1", import.Outcomes());
        (await partner.GetAsync($"{import.Location}")).Expect(HttpStatusCode.OK);
        (await _server.GetAsync($"{import.Location}")).Expect(HttpStatusCode.OK);
        (await other.GetAsync($"{import.Location}")).ExpectProblem(HttpStatusCode.NotFound, "import_not_found");
        (await other.GetAsync($"{import.Location}/rows")).ExpectProblem(HttpStatusCode.NotFound, "import_not_found");
        using var viewer = _server.Staff(StaffRole.Viewer);
        (await viewer.UploadAsync(NeedsFile.Of(NeedsFile.Row("Потреба")))).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task The_same_key_gets_the_first_answer()
    {
        var file = NeedsFile.Of(NeedsFile.Row("Перша потреба"));

        var (first, again) = (await _server.UploadAsync(file, key: "k-1"), await _server.UploadAsync(file, key: "k-1"));

        Assert.Equal(first.Id, again.Id);
        Assert.Equal("imported 1", again.Outcomes());
    }

    [Fact]
    public async Task A_file_that_was_cut_off_goes_on_when_it_is_sent_again()
    {
        var file = Encoding.UTF8.GetBytes(NeedsFile.Of(Enumerable.Range(1, 3_000).Select(number => NeedsFile.Row($"Потреба {number}"))));
        using (var cut = new CancellationTokenSource())
        {
            var sent = _server.UploadAsync(file, NeedsFile.Csv, cancellationToken: cut.Token);
            // As soon as a part of it has been committed, the line breaks.
            await Until.TrueAsync(async () => await CountAsync("needs") > 0);
            await cut.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);
        }

        var again = await _server.UploadAsync(file, NeedsFile.Csv);

        Assert.Equal(3_000, again.Body["outcomes"]!.AsObject().Where(outcome => outcome.Key is "imported" or "already_imported").Sum(outcome => (int)outcome.Value!));
        Assert.True((int)again.Body["outcomes"]!["already_imported"]! >= 1_000);
        Assert.Equal(3_000, await CountAsync("needs"));
    }

    private Task<long> CountAsync(string table) => _server.Database.ScalarAsync<long>($"select count(*) from {table}");
}
