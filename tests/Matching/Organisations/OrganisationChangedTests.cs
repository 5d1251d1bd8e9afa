using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Organisations;

/// <summary>For whom a partner's system acts goes by what identity told last, however the messages come.</summary>
public sealed class OrganisationChangedTests
{
    private static readonly Guid Organisation = Guid.CreateVersion7();

    [Fact]
    public async Task The_newest_version_counts_and_a_closed_organisation_acts_for_nobody()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var asked = await desk.ReleasedAsync();
        var issuer = await TestIssuer.GetAsync();
        using var http = desk.Server.ClientWith(issuer.Partner(Organisation, AccessPolicies.ProposalsRead, AccessPolicies.ProposalsAnswer));
        Assert.Equal(0, await SeenAsync());

        await HearAsync(2, asked.Supplier.Code);
        Assert.Equal(1, await SeenAsync());
        await HearAsync(1);
        Assert.Equal(1, await SeenAsync());
        await HearAsync(3, World.Vyshneva.Code);
        Assert.Equal(0, await SeenAsync());
        await HearAsync(4, World.Vyshneva.Code, asked.Supplier.Code);
        Assert.Equal(1, await SeenAsync());

        await desk.Server.HearAsync(new OrganisationChanged(Organisation, 5, "Partner", [asked.Supplier.Code], Active: false));
        Assert.Equal(0, await SeenAsync());
        (await desk.Server.PostAsync($"proposals/{asked.ProposalId}/answer", """{"accepted":true}""", http, asked.Version))
            .ExpectProblem(HttpStatusCode.NotFound, "unknown_proposal");

        Task HearAsync(long version, params string[] codes) =>
            desk.Server.HearAsync(new OrganisationChanged(Organisation, version, "Partner", codes, Active: true));

        async Task<int> SeenAsync() =>
            (await desk.Server.GetAsync("proposals", caller: http)).Expect(HttpStatusCode.OK).Body["items"]!.AsArray().Count;
    }
}
