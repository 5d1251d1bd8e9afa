using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Tests.Registry.Initiatives;

/// <summary>What staff's pages do with initiatives over gRPC.</summary>
public sealed class StaffInitiativesTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task One_is_recorded_revised_and_ended_and_who_comes_second_is_told()
    {
        var hromada = await registry.RegisterHromadaAsync();
        var auc = await ClientAsync(StaffRole.AucCoordinator);
        var recorded = await auc.KeepInitiativeAsync(new KeepInitiativeRequest { Content = Leipzigs(hromada.Code) });

        Assert.Equal(("Leipzig", true, "staff"), (recorded.PartnerName, recorded.Helps, recorded.Origin));
        Assert.Equal(["revise", "end", "withdraw"], recorded.Steps);
        var revision = new KeepInitiativeRequest { InitiativeId = recorded.InitiativeId, Version = recorded.Version, Content = recorded.Content.Clone() };
        revision.Content.Status = "agreement_signed";
        var revised = await auc.KeepInitiativeAsync(revision);
        var late = await Assert.ThrowsAsync<RpcException>(async () => await auc.KeepInitiativeAsync(revision));
        Assert.Equal(("agreement_signed", 2L), (revised.Content.Status, revised.Version));
        Assert.Equal("version_mismatch", late.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);

        var ended = await auc.TakeInitiativeStepAsync(new TakeInitiativeStepRequest { InitiativeId = recorded.InitiativeId, Version = 2, Step = "end", On = "2026-06-30" });
        Assert.Equal(("ended", "2026-06-30", false), (ended.Content.Status, ended.Content.Until, ended.Helps));
        Assert.Empty(ended.Steps);
    }

    [Fact]
    public async Task The_list_is_filtered_and_counted_and_keeps_back_what_is_restricted_from_others()
    {
        var hromada = await registry.RegisterHromadaAsync();
        var auc = await ClientAsync(StaffRole.AucCoordinator);
        var kept = Leipzigs(hromada.Code);
        (kept.Reference, kept.Sensitivity) = ("K-1", "restricted");
        await auc.KeepInitiativeAsync(new KeepInitiativeRequest { Content = Leipzigs(hromada.Code) });
        var restricted = await auc.KeepInitiativeAsync(new KeepInitiativeRequest { Content = kept });
        var viewer = await ClientAsync(StaffRole.Viewer);
        var filter = new FindInitiativesRequest { MunicipalityCode = hromada.Code, Country = "de", Kind = "project", Programme = "skew", PageSize = 20 };

        Assert.Equal((2, 1), ((await auc.FindInitiativesAsync(filter)).Total, (await viewer.FindInitiativesAsync(filter)).Total));
        Assert.Empty((await viewer.FindInitiativesAsync(filter)).Initiatives.Single().Steps);
        Assert.Equal(
            StatusCode.NotFound,
            (await Assert.ThrowsAsync<RpcException>(async () => await viewer.GetInitiativeAsync(new GetInitiativeRequest { InitiativeId = restricted.InitiativeId }))).StatusCode);
        Assert.Equal(0, (await auc.FindInitiativesAsync(new FindInitiativesRequest { MunicipalityCode = hromada.Code, Status = "ended" })).Total);
    }

    [Fact]
    public async Task A_day_that_is_none_and_a_source_that_is_missing_stand_at_their_fields()
    {
        var auc = await ClientAsync(StaffRole.AucCoordinator);
        var (wrong, lacking) = (Leipzigs("UA63020010000099999"), new InitiativeContent());
        (wrong.Since, wrong.SourceDate) = ("in spring", "2026-13-01");

        Assert.Equal(["source.date", "since"], await FieldsOfAsync(auc, wrong));
        Assert.Equal(["kind", "programme", "status", "hromada", "partner", "source", "source.date"], await FieldsOfAsync(auc, lacking));
    }

    private static async Task<IEnumerable<string>> FieldsOfAsync(RegistryInitiatives.RegistryInitiativesClient client, InitiativeContent content) =>
        (await Assert.ThrowsAsync<RpcException>(async () => await client.KeepInitiativeAsync(new KeepInitiativeRequest { Content = content })))
        .GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field);

    private static InitiativeContent Leipzigs(string hromada) => new()
    {
        HromadaCode = hromada, PartnerName = "Leipzig", PartnerCountry = "de", Kind = "project", Programme = "skew", Status = "cooperation_reported",
        SourceName = "SKEW", SourceDate = "2026-01-15",
    };

    private Task<RegistryInitiatives.RegistryInitiativesClient> ClientAsync(string role) =>
        registry.GrpcForAsync(channel => new RegistryInitiatives.RegistryInitiativesClient(channel), role);
}
