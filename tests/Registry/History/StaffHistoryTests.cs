using Google.Protobuf;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using RegistryClient = Kommunebro.Contracts.Registry.V1.Registry.RegistryClient;

namespace Kommunebro.Tests.Registry.History;

/// <summary>What staff's pages tell of a municipality's past, over gRPC.</summary>
public sealed class StaffHistoryTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task A_hromada_tells_what_held_on_a_day_as_known_on_another_and_keeps_every_decision()
    {
        var hromada = await registry.RegisterHromadaAsync("none", null);
        var auc = await ClientAsync(StaffRole.AucCoordinator);
        var imports = await registry.GrpcForAsync(channel => new RegistryImports.RegistryImportsClient(channel), StaffRole.AucCoordinator);
        await imports.UploadRegisterAsync(new UploadRegisterRequest
        {
            Register = "territory", File = "376.csv", Order = "376", Published = "2025-04-30",
            Content = ByteString.CopyFromUtf8($"katottg,category,start_date,end_date\n{hromada.Code},occupied,24.02.2022,01.10.2022\n"),
        });

        var then = await auc.GetHistoryAsync(new GetHistoryRequest { Code = hromada.Code, On = "2022-09-30" });
        var freed = await auc.GetHistoryAsync(new GetHistoryRequest { Code = hromada.Code, On = "2022-10-01" });
        var unknown = await auc.GetHistoryAsync(new GetHistoryRequest { Code = hromada.Code, On = "2022-09-30", AsKnownOn = "2024-01-01" });
        Assert.Equal(("occupied", "none", "none"), (then.Territory.Status, freed.Territory.Status, unknown.Territory.Status));
        Assert.Equal(("376", null), (then.Territory.Edition.Order, unknown.Territory.Edition));
        Assert.Equal(("2022-02-24", "2022-10-01"), Assert.Single(then.Territory.Periods) is var period ? (period.From, period.Until) : default);

        Assert.Equal(("", "war_zone"), (then.Category.Category, then.Category.Suggested));
        var request = new DecideCategoryRequest { Code = hromada.Code, Version = freed.Category.Version, Category = "war_zone", Reason = "To be rebuilt." };
        var decided = await auc.DecideCategoryAsync(request);
        var late = await Assert.ThrowsAsync<RpcException>(async () => await auc.DecideCategoryAsync(request));
        Assert.Equal(("war_zone", "To be rebuilt."), (decided.Category, Assert.Single(decided.Decisions).Reason));
        Assert.Equal("version_mismatch", late.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        Assert.Null((await (await ClientAsync(StaffRole.Viewer)).GetHistoryAsync(new GetHistoryRequest { Code = hromada.Code })).Category);
    }

    [Fact]
    public async Task A_norwegian_municipality_has_figures_and_no_territory_and_a_wrong_day_is_refused()
    {
        var municipality = await registry.RegisterMunicipalityAsync();
        var viewer = await ClientAsync(StaffRole.Viewer);

        var history = await viewer.GetHistoryAsync(new GetHistoryRequest { Code = municipality.Code });
        var wrong = await Assert.ThrowsAsync<RpcException>(async () => await viewer.GetHistoryAsync(new GetHistoryRequest { Code = municipality.Code, On = "yesterday" }));

        Assert.Null(history.Territory);
        Assert.Equal("on", wrong.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Single().Field);
    }

    [Fact]
    public async Task Helped_hromadas_are_told_from_unhelped_ones_in_the_list()
    {
        var (helped, alone) = (await registry.RegisterHromadaAsync(), await registry.RegisterHromadaAsync());
        await registry.SendAsync(HttpMethod.Post, "initiatives", Bodies.Initiative(helped.Code, (await registry.RegisterMunicipalityAsync()).Code));
        var client = registry.Grpc((await TestIssuer.GetAsync()).Staff(StaffRole.AucCoordinator));

        Assert.Equal((true, false), await AreFoundAsync(client, "true", helped.Code, alone.Code));
        Assert.Equal((false, true), await AreFoundAsync(client, "false", helped.Code, alone.Code));
        var wrong = await Assert.ThrowsAsync<RpcException>(async () => await client.FindMunicipalitiesAsync(new FindMunicipalitiesRequest { Helped = "perhaps" }));
        Assert.Equal("helped", wrong.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Single().Field);
    }

    private static async Task<(bool One, bool Other)> AreFoundAsync(RegistryClient client, string helped, string one, string other)
    {
        var found = (await client.FindMunicipalitiesAsync(new FindMunicipalitiesRequest { Helped = helped, PageSize = 100 })).Rows.Select(row => row.Municipality.Code).ToList();
        return (found.Contains(one), found.Contains(other));
    }

    private Task<RegistryHistory.RegistryHistoryClient> ClientAsync(string role) =>
        registry.GrpcForAsync(channel => new RegistryHistory.RegistryHistoryClient(channel), role);
}
