using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Directory;

public sealed class DirectoryTests
{
    [Fact]
    public async Task A_change_in_registry_is_seen_and_an_older_one_changes_nothing()
    {
        await using var server = await NeedsServer.StartAsync();
        var need = await server.SubmitNeedAsync();
        var occupied = Places.Vinnytsia with { Version = 12, TerritoryStatus = TerritoryStatus.Occupied };

        await server.HearAsync(occupied);
        await server.HearAsync(Places.Vinnytsia with { Version = 11, TerritoryStatus = TerritoryStatus.PossibleHostilities });
        await server.HearAsync(Places.Vinnytsia with { Version = 12, TerritoryStatus = TerritoryStatus.None });

        var read = await server.GetNeedAsync(need.Id);
        Assert.Equal("wholly_occupied", (string?)read.Body["territoryNotice"]!["code"]);
        (await server.VerifyAsync(read)).ExpectProblem(HttpStatusCode.Conflict, "occupied_territory");
    }

    [Fact]
    public async Task A_new_municipality_and_a_new_area_can_be_used_at_once()
    {
        await using var server = await NeedsServer.StartAsync();
        var hromada = Places.Studena with { MunicipalityId = Guid.CreateVersion7(), Code = "UA05100110000099999", Version = 1 };
        var area = Places.Water with { Code = "SAN" };
        var request = ANeed.Of(hromada).With("area", "\"SAN\"");
        Assert.Equal(
            [("municipality", "unknown_municipality"), ("area", "unknown_area")],
            (await server.SubmitAsync(request)).Errors);

        await server.HearAsync(hromada);
        await server.HearAsync(area);

        await server.SubmitNeedAsync(request);
    }

    [Fact]
    public async Task Needs_are_those_of_hromadas()
    {
        await using var server = await NeedsServer.StartAsync();
        var company = Places.Studena with
        {
            MunicipalityId = Guid.CreateVersion7(),
            Code = "UA05100110000099998",
            Kind = MunicipalityKind.IntermunicipalCompany,
        };
        await server.HearAsync(company);

        var answer = await server.SubmitAsync(ANeed.Of(company));

        answer.ExpectProblem(HttpStatusCode.BadRequest, "unknown_municipality");
    }

    [Fact]
    public async Task Without_registry_it_serves_and_when_registry_comes_it_heals()
    {
        await using var server = await NeedsServer.StartAsync(new NeedsServerOptions { RegistryRuns = false });

        using var ready = await server.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        var list = await server.FindNeedsAsync();
        var refused = await server.SubmitAsync(ANeed.InVinnytsia());
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Empty(list.Expect(HttpStatusCode.OK).Items);
        refused.ExpectProblem(HttpStatusCode.ServiceUnavailable, "directory_not_ready");
        Assert.NotNull(refused.RetryAfter);

        await server.StartRegistryAsync();
        await server.DirectoryIsReadAsync();

        await server.SubmitNeedAsync();
    }

    [Fact]
    public async Task What_was_heard_before_the_snapshot_can_be_used_and_wins_over_an_older_snapshot()
    {
        await using var server = await NeedsServer.StartAsync(new NeedsServerOptions { RegistryRuns = false });
        await server.HearAsync(Places.Water);
        await server.HearAsync(Places.Vinnytsia with { Version = 20, TerritoryStatus = TerritoryStatus.Occupied });
        await server.HearAsync(Places.Nikopol with { Version = 2, TerritoryStatus = TerritoryStatus.None });
        var newer = await server.SubmitNeedAsync(ANeed.InVinnytsia());
        var older = await server.SubmitNeedAsync(ANeed.Of(Places.Nikopol));

        await server.StartRegistryAsync();
        await server.DirectoryIsReadAsync();

        Assert.Equal("wholly_occupied", (string?)(await server.GetNeedAsync(newer.Id)).Body["territoryNotice"]!["code"]);
        Assert.Equal("active_hostilities", (string?)(await server.GetNeedAsync(older.Id)).Body["territoryNotice"]!["code"]);
    }
}
