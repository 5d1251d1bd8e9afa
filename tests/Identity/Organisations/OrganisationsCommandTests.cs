using Kommunebro.Contracts.Identity;
using Kommunebro.Testing;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.Organisations;

/// <summary>An operator looks after partner organisations, and the other services hear of it.</summary>
public sealed class OrganisationsCommandTests : IAsyncLifetime
{
    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Every_change_is_told_to_the_other_services_and_audited_as_the_commands()
    {
        var id = await CreateAsync("--name", "Мерефа", "--organisation-number", "12345678", "--municipalities", "UA05020030000031457, 0301");

        (await _server.CommandAsync("organisations", "revise", id, "--municipalities", "0301,46")).Done();
        (await _server.CommandAsync("organisations", "close", id)).Done();
        (await _server.CommandAsync("organisations", "reopen", id)).Done();

        IReadOnlyList<OrganisationChanged> heard = [];
        await Eventually.TrueAsync(
            () => Task.FromResult((heard = _server.Neighbour.Heard<OrganisationChanged>()).Count == 4), "four events");
        Assert.All(heard, message => Assert.Equal((id, "Мерефа"), ($"{message.OrganisationId}", message.Name)));
        Assert.Equal([1L, 2, 3, 4], heard.Select(message => message.Version));
        Assert.Equal(["UA05020030000031457", "0301"], heard[0].MunicipalityCodes);
        Assert.Equal(["0301", "46"], heard[1].MunicipalityCodes);
        Assert.True(heard[2] is { Active: false, MunicipalityCodes: [] });
        Assert.True(heard[3] is { Active: true, MunicipalityCodes: ["0301", "46"] });
        Assert.Equal(
            "create close reopen revise",
            await _server.Database.ScalarAsync<string>(
                $"""
                select string_agg(replace(action, 'organisation.', ''), ' ' order by action <> 'organisation.create', action)
                from audit where subject_id = '{id}' and who = 'identity ' || replace(action, 'organisation.', 'organisations ')
                """));
        Assert.Equal("12345678", await _server.Database.ScalarAsync<string>("select organisation_number from organisations"));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_by_field_and_rule()
    {
        (await _server.CommandAsync(
            "organisations", "create", "--name", " ", "--organisation-number", "12345",
            "--municipalities", "ua05020030000031457,UА05020030000031457,UA0502,301,0301,0301")).Refused(
            ("name", "too_short"), ("organisationNumber", "invalid_organisation_number"), ("municipalities", "stands_twice"),
            ("municipalities[0]", "lower_case"), ("municipalities[1]", "cyrillic_letters"), ("municipalities[2]", "invalid_katottg"),
            ("municipalities[3]", "invalid_code"));
        (await _server.CommandAsync("organisations", "create")).Refused(("name", "missing_field"));
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from organisations") + await _server.Database.ScalarAsync<long>("select count(*) from outbox"));
    }

    [Fact]
    public async Task A_change_that_is_refused_changes_nothing()
    {
        var id = await CreateAsync("--name", "Kommune", "--municipalities", "0301");

        (await _server.CommandAsync("organisations", "revise", id, "--municipalities", "0301,9")).Refused(("municipalities[1]", "invalid_code"));
        (await _server.CommandAsync("organisations", "reopen", id)).Refused(("", "not_closed"));
        (await _server.CommandAsync("organisations", "close", id)).Done();
        (await _server.CommandAsync("organisations", "close", id)).Refused(("", "already_closed"));
        (await _server.CommandAsync("organisations", "close", $"{Guid.CreateVersion7()}")).Refused(("", "organisation_not_found"));

        Assert.Equal("2 {0301}", await _server.Database.ScalarAsync<string>("select version || ' ' || municipality_codes::text from organisations"));
    }

    [Fact]
    public async Task The_list_shows_for_whom_each_acts()
    {
        var one = await CreateAsync("--name", "AUC", "--municipalities", "UA05020030000031457,UA05020030000031458");
        // The list is by time, and the clock stands.
        _server.Clock.Advance(TimeSpan.FromSeconds(1));
        var other = await CreateAsync("--name", "KS", "--organisation-number", "971032146");
        (await _server.CommandAsync("organisations", "close", other)).Done();

        var listed = (await _server.CommandAsync("organisations", "list")).Done();

        Assert.Equal(
            [
                $"{one}  active  AUC  no number  UA05020030000031457,UA05020030000031458",
                $"{other}  closed  KS  971032146  acts for nobody",
                "2 organisation(s).",
            ],
            listed.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("create", "--title", "x")]
    [InlineData("revise", "no-id", "--name", "x")]
    [InlineData("revise", "0199f3c0-0000-7000-8000-000000000000")]
    [InlineData("close", "no-id")]
    [InlineData("remove")]
    public async Task A_wrong_call_is_told_how_to_call(params string[] args) =>
        (await _server.CommandAsync(["organisations", .. args])).WronglyCalled();

    private async Task<string> CreateAsync(params string[] options) =>
        (await _server.CommandAsync(["organisations", "create", .. options])).Done().Output.Split("  ")[0];
}
