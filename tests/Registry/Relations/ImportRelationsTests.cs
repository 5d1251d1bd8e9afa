using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Tests.Registry.Initiatives;
using Kommunebro.Tests.Registry.Registers;
using Npgsql;

namespace Kommunebro.Tests.Registry.Relations;

public sealed class ImportRelationsTests : IAsyncLifetime
{
    private const string Header = "no_level,no_code,ua_katottg,partner_name,partner_country,programme,status,agreement_date,until,source_url,note\n";

    private readonly string _hromada = Bodies.NextKatottg();
    private readonly string _partner = Bodies.NextKommunenummer();
    private readonly RegistryServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.PutMunicipalityAsync(Bodies.Hromada(_hromada));
        await _server.PutMunicipalityAsync(Bodies.Municipality(_partner));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string Agreement => $"municipality,{_partner},{_hromada},,,,agreement_signed,2023-06-20,,https://avis.example.org/a?id=1,mayor Kari Nordmann\n";

    private string Leipzig => $",,{_hromada},Leipzig,de,skew,cooperation_reported,,,https://skew.example.org/,\n";

    [Fact]
    public async Task Relations_are_taken_in_with_source_and_date_and_a_second_time_changes_nothing()
    {
        var answer = await UploadAsync(Agreement + Leipzig);

        Assert.Equal("2 rows: 2 new initiatives, 0 facts changed, 0 over here, 0 not in the file any more.", answer.Sum());
        var found = await FoundAsync();
        Assert.Equal([InitiativeKind.TwinTown, InitiativeKind.Cooperation], found.Select(one => one.Kind));
        Assert.Equal(new SourceView("relations.csv", "https://avis.example.org/a?id=1", new DateOnly(2026, 1, 19)), found[0].Source);
        Assert.Equal((InitiativeOrigin.Import, new DateOnly(2023, 6, 20)), (found[0].Origin, found[0].Since));
        Assert.Equal((new SideView(null, "Leipzig", "de"), InitiativeProgramme.Skew), (found[1].Partner, found[1].Programme));

        var again = await UploadAsync(Agreement + Leipzig, "&asOf=2026-02-01");
        Assert.Equal("This is known. Nothing was changed.", again.Report[^1]);
        Assert.Equal(found, await FoundAsync(), (one, other) => (one.Id, one.Version, one.Source) == (other.Id, other.Version, other.Source));
        // Notes may name people.
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from audit where after::text like '%Nordmann%'"));
    }

    [Fact]
    public async Task A_file_opens_nothing_that_people_restricted_wipes_nothing_that_it_leaves_open_and_brings_no_older_statement()
    {
        await UploadAsync(Agreement);
        var imported = (await FoundAsync()).Single();
        var body = Bodies.Initiative(_hromada, _partner).With("sensitivity", "\"restricted\"").With("until", "\"2027-01-31\"").With("source.date", "\"2026-02-15\"").With("kind", "\"twin_town\"").With("programme", "\"bilateral\"");
        body.Remove("reference");
        var kept = (await _server.Http.TryAsync(HttpMethod.Put, $"initiatives/{imported.Id}", body, 1)).As<InitiativeView>();
        var later = Agreement.Replace("agreement_signed", "agreement_reported", StringComparison.Ordinal);

        await UploadAsync(later, "&asOf=2026-02-14");
        Assert.Equal(kept.Version, (await FoundAsync()).Single().Version);
        await UploadAsync(later, "&asOf=2026-03-01");

        var found = (await FoundAsync()).Single();
        Assert.Equal((Sensitivity.Restricted, new DateOnly(2027, 1, 31), InitiativeStatus.AgreementReported), (found.Sensitivity, found.Until, found.Status));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        await UploadAsync(Agreement + Leipzig);

        var changed = Agreement.Replace("2023-06-20", "2023-06-21", StringComparison.Ordinal).Replace("agreement_signed", "agreement_reported", StringComparison.Ordinal);
        var fresh = $",,{_hromada},Köln,de,skew,planned,,,https://skew.example.org/,\n";
        var answer = await UploadAsync(changed + fresh, "&dryRun=true");

        Assert.Equal(UploadOutcome.DryRun, answer.Outcome);
        Assert.Equal(
        [
            $"new: Köln – {_hromada} planned",
            $"{_partner} – {_hromada} status: “agreement_signed” → “agreement_reported”",
            $"{_partner} – {_hromada} agreement_date: “2023-06-20” → “2023-06-21”",
            $"not in the file any more: Leipzig – {_hromada}. It stays; look at it.",
            "2 rows: 1 new initiatives, 2 facts changed, 0 over here, 1 not in the file any more.",
            "Dry run: nothing was changed.",
        ], answer.Report);
        Assert.Equal([1L, 1L], (await FoundAsync()).Select(one => one.Version));

        await UploadAsync(changed + fresh);
        Assert.Equal([2L, 1L, 1L], (await FoundAsync()).Select(one => one.Version));
    }

    [Fact]
    public async Task What_a_person_ended_here_is_not_brought_back()
    {
        await UploadAsync(Agreement);
        var id = Assert.Single(await _server.Http.FindAsync()).Id;
        await _server.Http.TryAsync(HttpMethod.Post, $"initiatives/{id}/end", null, 1);

        var answer = await UploadAsync(Agreement);

        Assert.Equal($"over here, but in the file: {_partner} – {_hromada}. It stays so; look at it.", answer.Report[0]);
        Assert.Equal(InitiativeStatus.Ended, Assert.Single(await _server.Http.FindAsync()).Status);
    }

    [Fact]
    public async Task What_staff_record_while_the_import_runs_is_known_to_it()
    {
        var elsewhere = await _server.RegisterHromadaAsync();
        await UploadAsync(Leipzig.Replace(_hromada, elsewhere.Code, StringComparison.Ordinal));
        var imported = Assert.Single(await _server.Http.FindAsync()).Id;
        await using var staff = new NpgsqlConnection(_server.Database.ConnectionString);
        await staff.OpenAsync();
        await using var recording = await staff.BeginTransactionAsync();
        await using (var record = new NpgsqlCommand(
            $"""
            create temp table recorded as select * from initiatives where id = '{imported}';
            update recorded set id = gen_random_uuid(), origin = 'staff', hromada_id = (select id from municipalities where code = '{_hromada}');
            insert into initiatives select * from recorded;
            """, staff))
            await record.ExecuteNonQueryAsync();

        var upload = UploadAsync(Leipzig);
        for (var i = 0; await _server.Database.ScalarAsync<long>("select count(*) from pg_locks where not granted") == 0; i++)
        {
            Assert.True(i < 600, "The import does not come to the record that is being made.");
            await Task.Delay(50);
        }

        await recording.CommitAsync();

        Assert.Equal(UploadOutcome.Taken, (await upload).Outcome);
        Assert.Equal(InitiativeOrigin.Staff, Assert.Single(await _server.Http.FindAsync($"&municipality={_hromada}")).Origin);
    }

    [Fact]
    public async Task What_an_organisation_recorded_is_not_touched()
    {
        using var umbrella = await _server.PartnerAsync(Callers.Scopes);
        var own = await umbrella.RecordAsync(Bodies.Initiative(_hromada, _partner).With("status", "\"planned\""));

        await UploadAsync(Agreement);

        Assert.Equal((1, InitiativeStatus.Planned), (await umbrella.TryAsync(HttpMethod.Get, $"initiatives/{own.Id}")).As<InitiativeView>() is var view ? (view.Version, view.Status) : default);
        Assert.Equal(2, (await _server.Http.FindAsync()).Count);
    }

    [Theory]
    [InlineData("municipality,P,UA630200100000123456,,,,planned,,,https://a.example.org/,", "ua_katottg: The code is not UA and 17 digits. “UA630200100000123456”")]
    [InlineData("municipality,P,U\u041063020010000012345,,,,planned,,,https://a.example.org/,", "ua_katottg: The code has Cyrillic letters. “U\u041063020010000012345”")]
    [InlineData("municipality,P,UA63020010000099999,,,,planned,,,https://a.example.org/,", "ua_katottg: The code does not stand in the register. “UA63020010000099999”")]
    [InlineData("municipality,9998,H,,,,planned,,,https://a.example.org/,", "no_code: The code does not stand in the register. “9998”")]
    [InlineData("county,P,H,,,,planned,,,https://a.example.org/,", "no_code: A fylkesnummer is two digits. “P”")]
    [InlineData("village,P,H,,,,planned,,,https://a.example.org/,", "no_level: The value is none of the list. “village”")]
    [InlineData(",H,H,,,,planned,,,https://a.example.org/,", "no_code: A hromada is no partner of itself. “H”")]
    [InlineData(",,H,,,,planned,,,https://a.example.org/,", "no_code: Give the code of who helps, or the name and country of an outside party.")]
    [InlineData(",,H,Leipzig,Germany,,planned,,,https://a.example.org/,", "partner_country: The country is two small letters (ISO 3166-1). “Germany”")]
    [InlineData(",P,H,,,eurovision,planned,,,https://a.example.org/,", "programme: The value is none of the list. “eurovision”")]
    [InlineData(",P,H,,,,agreed,,,https://a.example.org/,", "status: The value is none of the list. “agreed”")]
    [InlineData(",P,H,,,,ended,,,https://a.example.org/,", "status: Initiatives are ended and withdrawn by themselves, not here. “ended”")]
    [InlineData(",P,H,,,,planned,20.06.2023,,https://a.example.org/,", "agreement_date: This is no date (yyyy-mm-dd). “20.06.2023”")]
    [InlineData(",P,H,,,,planned,2023-06-20,2023-06-19,https://a.example.org/,", "until: The end lies before the start. “2023-06-19”")]
    [InlineData(",P,H,,,,planned,,,ftp://a.example.org/,", "source_url: This is no address of a website. “ftp://a.example.org/”")]
    public async Task One_bad_cell_changes_nothing(string row, string line)
    {
        string Filled(string text) => text.Replace("“P”", $"“{_partner}”", StringComparison.Ordinal).Replace("“H”", $"“{_hromada}”", StringComparison.Ordinal)
            .Replace(",P,", $",{_partner},", StringComparison.Ordinal).Replace(",H,", $",{_hromada},", StringComparison.Ordinal).Replace(",H,", $",{_hromada},", StringComparison.Ordinal);

        var answer = await UploadAsync(Leipzig + Filled(row) + "\n");

        Assert.Equal((UploadOutcome.Faulty, $"Row 3, {Filled(line)}"), (answer.Outcome, answer.Report[0]));
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from initiatives"));
    }

    [Fact]
    public async Task The_same_two_twice_are_told_and_other_files_are_refused()
    {
        Assert.Equal($"Row 3, ua_katottg: The same two stand twice with the same programme and reference. “{_hromada}”", (await UploadAsync(Agreement + Agreement)).Report[0]);
        (await _server.TryUploadAsync("relations", "no_code,ua_katottg\n1,2\n", file: "relations.csv")).MustBe(HttpStatusCode.BadRequest, "missing_column");
        (await _server.TryUploadAsync("relations", Header, file: "relations.csv")).MustBe(HttpStatusCode.BadRequest, "empty_file");
        (await _server.TryUploadAsync("relations", Header, file: "relations.xlsx")).MustBe(HttpStatusCode.BadRequest, "unsupported_file");
        (await _server.TryUploadAsync("relations", Header, "&order=376", "relations.csv")).MustBe(HttpStatusCode.BadRequest, "invalid_options");
    }

    [Fact]
    public async Task An_operator_imports_by_command()
    {
        var file = Path.Combine(TemporaryFolder.Create("relations"), "relations.csv");
        await File.WriteAllTextAsync(file, Header + Agreement);

        Assert.Equal(0, (await _server.CommandAsync("import", "relations", file, "--as-of", "2026-01-19", "--lang", "nb")).ExitCode);
        var (exitCode, output) = await _server.CommandAsync("import", "relations", file, "--dry-run", "--lang", "nb");

        Assert.Equal((0, "Dette er kjent. Ingenting er endret."), (exitCode, output.TrimEnd().Split('\n')[^1].TrimEnd()));
        Assert.Equal(2, (await _server.CommandAsync("import", "relations", file, "--order", "3")).ExitCode);
        Assert.Equal("registry import", await _server.Database.ScalarAsync<string>("select who from audit where action = 'initiative.import'"));
    }

    /// <summary>Those of one file are as old as each other: the register's first.</summary>
    private async Task<IReadOnlyList<InitiativeView>> FoundAsync() =>
        [.. (await _server.Http.FindAsync()).OrderBy(one => one.Partner!.Code is null).ThenBy(one => one.Partner!.Name, StringComparer.Ordinal)];

    private Task<UploadAnswer> UploadAsync(string rows, string query = "") =>
        _server.UploadAsync("relations", Header + rows, (query.Contains("asOf", StringComparison.Ordinal) ? "" : "&asOf=2026-01-19") + query, "relations.csv");
}
