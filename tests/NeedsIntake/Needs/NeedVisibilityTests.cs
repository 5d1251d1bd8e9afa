using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

public sealed class NeedVisibilityTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private static readonly string[] InEveryView = ["id", "version", "status", "illustrative", "masked"];

    private readonly NeedsServer _server = fixture.Server;

    [Fact]
    public async Task Of_a_restricted_need_a_stranger_sees_that_it_exists_and_what_is_masked()
    {
        var restricted = await SubmitRestrictedAsync();

        var read = await _server.GetNeedAsync(restricted.Id);

        Assert.True(JsonNode.DeepEquals(restricted.Body, read.Body));
        var shown = read.Body.Where(field => field.Value is not null).Select(field => field.Key);
        Assert.Equal(InEveryView.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        var masked = read.Body["masked"]!.AsArray().Select(name => (string)name!);
        Assert.Equal(
            read.Body.Select(field => field.Key).Except(InEveryView, StringComparer.Ordinal).Order(StringComparer.Ordinal),
            masked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_step_answers_with_the_stub_too()
    {
        var returned = await _server.ReturnAsync(await SubmitRestrictedAsync(), """{"question":"A secret question"}""");
        var revised = await _server.ReviseAsync(returned, ANeed.Of(Places.Nikopol).With("sensitivity", "\"restricted\""));
        var verified = await _server.VerifyAsync(revised);
        var withdrawn = await _server.WithdrawAsync(verified, """{"reason":"A secret reason"}""");

        Assert.All([returned, revised, verified, withdrawn], answer =>
        {
            Assert.Null(answer.Body["title"]);
            Assert.Null(answer.Body["municipality"]);
            Assert.DoesNotContain("secret", answer.Body.ToJsonString(), StringComparison.Ordinal);
        });
        Assert.Equal("withdrawn", withdrawn.NeedStatus);
    }

    [Theory]
    [InlineData("?municipality=UA12080050000062712")]
    [InlineData("?oblast=12")]
    [InlineData("?area=WAT")]
    [InlineData("?urgency=3")]
    public async Task A_filter_does_not_tell_what_the_mask_hides(string query)
    {
        var restricted = await SubmitRestrictedAsync();

        var all = await _server.FindNeedsAsync("?limit=200&status=submitted");
        var found = await _server.FindNeedsAsync($"{query}&limit=200");

        var stub = Assert.Single(all.Items, item => (string?)item["id"] == restricted.Id);
        Assert.Null(stub["title"]);
        Assert.DoesNotContain(found.Items, item => (string?)item["id"] == restricted.Id);
    }

    [Fact]
    public async Task A_partner_sees_public_and_partners_needs_of_the_war_zone()
    {
        foreach (var sensitivity in new[] { "public", "partners" })
        {
            var need = await _server.SubmitNeedAsync(ANeed.Of(Places.Nikopol).With("sensitivity", $"\"{sensitivity}\""));

            Assert.Equal("Ремонт насосної станції", (string?)need.Body["title"]!["uk"]);
            Assert.Empty(need.Body["masked"]!.AsArray());
        }
    }

    [Fact]
    public async Task Matching_works_on_a_restricted_need_and_so_is_told_all_of_it()
    {
        var verified = await _server.VerifyAsync(await SubmitRestrictedAsync());

        var told = await _server.Matching.WaitForAsync<NeedVerified>(need => $"{need.NeedId}" == verified.Id);

        Assert.Equal(Sensitivity.Restricted, told.Sensitivity);
        Assert.Equal("Ремонт насосної станції", told.Title.Uk);
    }

    private Task<Answer> SubmitRestrictedAsync() =>
        _server.SubmitNeedAsync(ANeed.Of(Places.Nikopol).With("sensitivity", "\"restricted\""));
}
