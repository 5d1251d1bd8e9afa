using System.Net;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.Municipalities;

namespace Kommunebro.Tests.Registry.Municipalities;

public sealed class RegisterMunicipalityTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task A_new_municipality_is_created_can_be_read_and_is_told_and_audited()
    {
        var body = Bodies.Municipality(Bodies.NextKommunenummer(), "Øyvær");
        var answer = await registry.PutMunicipalityAsync(body);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("\"1\"", answer.ETag);
        var created = answer.As<MunicipalityView>();
        Assert.Equal($"/api/v1/municipalities/{created.Code}", answer.Message.Headers.Location?.OriginalString);

        var read = await registry.GetAsync($"municipalities/{created.Code}");
        Assert.Equal("\"1\"", read.ETag);
        Assert.Equal(answer.Body, read.Body);
        Assert.Equal(("Øyvær", 12345, 60.5, 5.25), (created.Names.Nb, created.Population, created.Latitude, created.Longitude));

        await registry.UntilOutboxIsEmptyAsync();
        foreach (var neighbour in new[] { registry.NeedsIntake, registry.Matching })
        {
            var told = Assert.Single(neighbour.Heard<MunicipalityChanged>(), m => m.MunicipalityId == created.Id);
            Assert.Equal((1, created.Code, created.Names, created.Population, created.Latitude),
                (told.Version, told.Code, told.Names, told.Population, told.Latitude));
        }

        Assert.Equal("municipality.register", await AuditedAsync(created, "action", 1));
        Assert.Null(await AuditedAsync(created, "before::text", 1));
    }

    [Fact]
    public async Task White_space_around_a_name_is_no_difference()
    {
        var created = await registry.RegisterMunicipalityAsync("Luftvik");
        var again = await registry.PutMunicipalityAsync(Bodies.Municipality(created.Code, " Luftvik\\t"));
        Assert.Equal((HttpStatusCode.OK, 1, "Luftvik"), (again.Status, again.As<MunicipalityView>().Version, again.As<MunicipalityView>().Names.Nb));
    }

    [Fact]
    public async Task A_language_that_is_none_is_refused_before_anything_is_registered()
    {
        var body = Bodies.Municipality(Bodies.NextKommunenummer());
        var answer = await registry.SendAsync(HttpMethod.Put, $"municipalities/{body["code"]}?lang=de", body);
        answer.MustBe(HttpStatusCode.BadRequest, "unknown_language").MustName("lang", "unknown_language");
        (await registry.GetAsync($"municipalities/{body["code"]}")).MustBe(HttpStatusCode.NotFound, "municipality_not_found");
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_seen_raises_it_and_is_told_and_audited()
    {
        var created = await registry.RegisterMunicipalityAsync();
        var changed = Bodies.Municipality(created.Code).With("population", "777");

        (await registry.PutMunicipalityAsync(changed)).MustBe((HttpStatusCode)428, "version_required");
        (await registry.PutMunicipalityAsync(changed, ifMatch: 2)).MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch");
        var answer = await registry.PutMunicipalityAsync(changed, ifMatch: 1);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("\"2\"", answer.ETag);
        Assert.Equal(created.Id, answer.As<MunicipalityView>().Id);

        await registry.UntilOutboxIsEmptyAsync();
        var told = registry.Matching.Heard<MunicipalityChanged>().Where(m => m.MunicipalityId == created.Id);
        Assert.Equal([(1L, 12345), (2L, 777)], told.Select(m => (m.Version, m.Population!.Value)));
        Assert.Equal("municipality.change", await AuditedAsync(created, "action", 2));
        Assert.Equal("12345", await AuditedAsync(created, "before->'facts'->>'population'", 2));
        Assert.Equal("777", await AuditedAsync(created, "after->'facts'->>'population'", 2));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_needs_no_version()
    {
        var created = await registry.RegisterMunicipalityAsync();
        var answer = await registry.PutMunicipalityAsync(Bodies.Municipality(created.Code));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("\"1\"", answer.ETag);
        Assert.Equal(1, await registry.Database.ScalarAsync<long>($"select count(*) from audit where subject_id = '{created.Id}'"));
        await registry.UntilOutboxIsEmptyAsync();
        Assert.Single(registry.Matching.Heard<MunicipalityChanged>(), m => m.MunicipalityId == created.Id);
    }

    [Fact]
    public async Task Of_many_people_who_change_one_version_at_once_one_wins_and_the_others_hear_it()
    {
        var created = await registry.RegisterMunicipalityAsync();
        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(i =>
            registry.PutMunicipalityAsync(Bodies.Municipality(created.Code).With("population", $"{i}"), ifMatch: 1)));
        var won = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer != won), answer => answer.MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch"));
        Assert.Equal(won.Body, (await registry.GetAsync($"municipalities/{created.Code}")).Body);
    }

    [Fact]
    public async Task Of_many_people_who_register_one_code_at_once_one_wins_and_the_code_stands_once()
    {
        var code = Bodies.NextKommunenummer();
        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(i =>
            registry.PutMunicipalityAsync(Bodies.Municipality(code).With("population", $"{i}"))));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.Created),
            answer => Assert.Contains((string)answer.Json["code"]!, new[] { "municipality_exists", "version_required" }));
        Assert.Equal(1, await registry.Database.ScalarAsync<long>($"select count(*) from municipalities where code = '{code}'"));
    }

    private Task<string?> AuditedAsync(MunicipalityView municipality, string what, int version) => registry.Database.ScalarAsync<string>(
        $"select {what} from audit where subject_type = 'municipality' and subject_id = '{municipality.Id}' and (after->>'version')::int = {version}");
}
