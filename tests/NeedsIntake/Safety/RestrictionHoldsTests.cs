using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Safety;

/// <summary>What AUC has restricted stays so until AUC clears it, whatever the hromada says anew.</summary>
public sealed class RestrictionHoldsTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Theory]
    [InlineData("""{"uk":"Телефонуйте +380 67 123 45 67"}""")]
    [InlineData("""{"uk":"Насоси працюють з 1974 року."}""")]
    public async Task A_revision_by_the_hromada_does_not_lift_the_restriction(string description)
    {
        using var own = await _server.PartnerAsync(Places.Vinnytsia);
        using var other = await _server.PartnerAsync(Places.Studena);
        using var viewer = _server.Staff(StaffRole.Viewer);
        var restricted = await RestrictedAsync();

        var revised = await own.ReviseAsync(
            await _server.ReturnAsync(restricted), Suspect().With("description", description).With("sensitivity", "\"public\""));
        var need = (await _server.VerifyAsync(revised)).Expect(HttpStatusCode.OK);

        Assert.Equal(("restricted", "personal_data"), (need.Text("sensitivity"), need.Text("exemptionGround")));
        (await other.GetNeedAsync(need.Id)).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        Assert.DoesNotContain((await other.FindNeedsAsync("?area=WAT&limit=200")).Items, item => (string?)item["id"] == need.Id);
        Assert.DoesNotContain((await viewer.FindNeedsAsync("?area=WAT&limit=200")).Items, item => (string?)item["id"] == need.Id);
        Assert.NotEmpty((await viewer.GetNeedAsync(need.Id)).Body["masked"]!.AsArray());
        Assert.Empty((await _server.Grpc(StaffRole.Viewer).GetNeedAsync(new GetNeedRequest { NeedId = need.Id })).HromadaCode);
        Assert.Equal("restricted", (await _server.Grpc(StaffRole.KsCoordinator).GetNeedAsync(new GetNeedRequest { NeedId = need.Id })).Sensitivity);
        var told = await _server.Matching.WaitForAsync<NeedVerified>(told => $"{told.NeedId}" == need.Id);
        Assert.Equal(Sensitivity.Restricted, told.Sensitivity);
    }

    [Fact]
    public async Task AUC_clears_it_also_when_the_words_are_gone_and_the_hromadas_own_sensitivity_holds_again()
    {
        var clean = await _server.ReviseAsync(await RestrictedAsync(), ANeed.InVinnytsia());

        var cleared = await _server.StepAsync(clean, "decide-texts", """{"decision":"clear"}""");

        cleared.Expect(HttpStatusCode.OK);
        Assert.Equal("partners", cleared.Text("sensitivity"));
        Assert.Null(cleared.Body["exemptionGround"]);
    }

    private static JsonObject Suspect() => ANeed.InVinnytsia().With("description", """{"uk":"Телефонуйте +380 67 123 45 67"}""");

    private async Task<Answer> RestrictedAsync() => (await _server.StepAsync(
        await _server.SubmitNeedAsync(Suspect()), "decide-texts", """{"decision":"restrict","exemptionGround":"personal_data"}"""))
        .Expect(HttpStatusCode.OK);
}
