using System.Net;
using Kommunebro.Contracts.Identity;
using Kommunebro.Testing;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.Organisations;

/// <summary>An administrator looks after partner organisations, and the other services hear of it.</summary>
public sealed class OrganisationsTests(IdentityServerFixture fixture) : IClassFixture<IdentityServerFixture>
{
    private static readonly string[] Codes = ["UA05020030000031457", "0301", "46", "123456785"];

    private readonly IdentityServer _server = fixture.Server;

    [Fact]
    public async Task Every_change_is_told_to_the_other_services_with_its_version()
    {
        var created = (await _server.PostAsync("organisations", New(Codes), key: "register-1")).Expect(HttpStatusCode.Created);
        Assert.True((await _server.PostAsync("organisations", New(Codes), key: "register-1")).Replayed);
        var revised = (await _server.SendAsync(HttpMethod.Put, $"organisations/{created.Id}", New("0301"), created.ETag)).Expect(HttpStatusCode.OK);
        var closed = (await _server.PostAsync($"organisations/{created.Id}/close", etag: revised.ETag)).Expect(HttpStatusCode.OK);
        (await _server.PostAsync($"organisations/{created.Id}/reopen", etag: closed.ETag)).Expect(HttpStatusCode.OK);

        IReadOnlyList<OrganisationChanged> heard = [];
        await Eventually.TrueAsync(
            () => Task.FromResult((heard = [.. _server.Neighbour.Heard<OrganisationChanged>().Where(message => $"{message.OrganisationId}" == created.Id)]).Count == 4),
            "four events");
        Assert.Equal([1L, 2, 3, 4], heard.Select(message => message.Version));
        Assert.Equal(Codes, heard[0].MunicipalityCodes);
        Assert.Equal("Мерефа", heard[0].Name);
        Assert.Equal(["0301"], heard[1].MunicipalityCodes);
        Assert.True(heard[2] is { Active: false, MunicipalityCodes: [] });
        Assert.True(heard[3] is { Active: true, MunicipalityCodes: ["0301"] });
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var answer = await _server.PostAsync("organisations", new
        {
            name = " ",
            organisationNumber = "12345",
            municipalities = new[] { "ua05020030000031457", "UА05020030000031457", "UA0502", "301", "0301", "0301" },
        });

        answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid_fields");
        Assert.Equal(
            [
                ("municipalities", "stands_twice"), ("municipalities[0]", "lower_case"), ("municipalities[1]", "cyrillic_letters"),
                ("municipalities[2]", "invalid_katottg"), ("municipalities[3]", "invalid_code"),
                ("name", "too_short"), ("organisationNumber", "invalid_organisation_number"),
            ],
            answer.Errors.Order());
    }

    [Fact]
    public async Task An_association_may_act_for_all_hromadas_and_no_list_is_endless()
    {
        var all = Enumerable.Range(0, 1500).Select(i => $"UA{i:D17}").ToArray();

        (await _server.PostAsync("organisations", New(all))).Expect(HttpStatusCode.Created);
        (await _server.PostAsync("organisations", New([.. Enumerable.Range(0, 2001).Select(i => $"UA{i:D17}")])))
            .ExpectProblem(HttpStatusCode.BadRequest, "out_of_range");
    }

    [Fact]
    public async Task A_change_demands_the_version_that_was_seen()
    {
        var organisation = await _server.AddOrganisationAsync("0301");
        var path = $"organisations/{organisation.Id}";

        (await _server.SendAsync(HttpMethod.Put, path, New("0301"))).ExpectProblem(HttpStatusCode.PreconditionRequired, "version_required");
        (await _server.PostAsync($"{path}/close", etag: "\"9\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        (await _server.PostAsync($"{path}/reopen", etag: "\"1\"")).ExpectProblem(HttpStatusCode.Conflict, "not_closed");
        var closed = await _server.PostAsync($"{path}/close", etag: "\"1\"");
        (await _server.PostAsync($"{path}/close", etag: closed.ETag)).ExpectProblem(HttpStatusCode.Conflict, "already_closed");
        (await _server.GetAsync($"organisations/{Guid.CreateVersion7()}")).ExpectProblem(HttpStatusCode.NotFound, "organisation_not_found");
    }

    [Fact]
    public async Task Of_two_changes_at_the_same_time_one_counts()
    {
        var organisation = await _server.AddOrganisationAsync("0301");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            _server.SendAsync(HttpMethod.Put, $"organisations/{organisation.Id}", New($"030{i}"), "\"1\"")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch"));
    }

    private static object New(params string[] codes) => new { name = "Мерефа", organisationNumber = "987654321", municipalities = codes };
}
