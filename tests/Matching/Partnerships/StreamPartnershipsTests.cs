using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Partnerships;

/// <summary>What a read model that starts later is told of partnerships.</summary>
public sealed class StreamPartnershipsTests
{
    [Fact]
    public async Task Those_that_last_and_those_that_are_over_are_told_with_their_versions_and_which_two_they_are_of()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        Assert.Empty(await StreamedAsync(desk));
        var lasting = await desk.Auc.RegisterPartnershipAsync(Register(World.Norheim.Code, "active"));
        var over = await desk.Auc.RegisterPartnershipAsync(Register(World.Sorvik.Code, "exploring"));
        over = await desk.Ks.ReachStageAsync(Story.Reach(over, "cancelled", "No time"));

        var told = await StreamedAsync(desk);

        Assert.Equal(
            [
                new PartnershipItem
                {
                    PartnershipId = lasting.PartnershipId, Version = lasting.Version, Exists = true,
                    HromadaId = $"{World.Zelena.MunicipalityId}", SupplierId = $"{World.Norheim.MunicipalityId}",
                },
                new PartnershipItem
                {
                    PartnershipId = over.PartnershipId, Version = over.Version, Exists = false,
                    HromadaId = $"{World.Zelena.MunicipalityId}", SupplierId = $"{World.Sorvik.MunicipalityId}",
                },
            ],
            // Of two ids of one moment nobody can say which is lower.
            told.OrderBy(item => item.Version));
    }

    [Fact]
    public async Task It_is_for_services_alone()
    {
        await using var desk = await Desk.OpenAsync(World.Small);

        foreach (var other in new[] { desk.Both, desk.Services, desk.As((await TestIssuer.GetAsync()).Service(AccessPolicies.SnapshotRead)) })
            Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(() => ReadAsync(other))).StatusCode);
    }

    private static RegisterPartnershipRequest Register(string supplier, string stage) => new()
    {
        SupplierCode = supplier, HromadaCode = World.Zelena.Code, Stage = stage, Since = "2024-05-01", AreaCode = "WAT", PersonDays = 15, Note = "Met in Lviv",
    };

    private static async Task<IReadOnlyList<PartnershipItem>> StreamedAsync(Desk desk) =>
        await ReadAsync(desk.As((await TestIssuer.GetAsync()).Service(AccessPolicies.PartnershipsSnapshot)));

    private static async Task<List<PartnershipItem>> ReadAsync(Contracts.Matching.V1.Matching.MatchingClient client)
    {
        var items = new List<PartnershipItem>();
        using var call = client.StreamPartnerships(new StreamPartnershipsRequest());
        await foreach (var item in call.ResponseStream.ReadAllAsync())
            items.Add(item);
        return items;
    }
}
