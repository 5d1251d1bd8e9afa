using System.Net;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>A form comes while its page cannot even show the thing that it is about: what was written is kept, and sent again.</summary>
public sealed class UnsentFormTests() : StaffPages(StaffRole.KsCoordinator)
{
    private const string Text = "Vi kan vann, og vi kan flom.";

    private static readonly RpcException Away = new(new Status(StatusCode.Unavailable, "away"));

    public static TheoryData<string, string, string> Forms { get; } = new()
    {
        { "municipalities/3301/profile", "profile", "texts.nb" },
        { $"municipalities/3301/community-organisations/{ProfileSamples.BandId}", "community", "texts.nb" },
        { $"offers/{RegisterSamples.OfferId}/revise", "offer", "text.nb" },
        { $"offers/{RegisterSamples.OfferId}", "pause", "reason" },
        { $"initiatives/{RegisterSamples.InitiativeId}", "initiative", "source.name" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task With_registry_away_it_waits_on_the_page_and_arrives_when_registry_is_back(string address, string form, string field)
    {
        var page = await Staff.GetAsync(address);
        RegistryIsAway();
        var kept = await Staff.SubmitAsync(page, form, (field, Text));
        var again = await Staff.SubmitAsync(kept, "unsent");
        var before = Sent();
        RegistryIsBack();
        var arrived = await Staff.SubmitAsync(again, "unsent");

        foreach (var shown in new[] { kept, again })
        {
            shown.Expect(HttpStatusCode.ServiceUnavailable);
            Assert.Contains("Your form was not saved", shown.Text, StringComparison.Ordinal);
            Assert.Contains(Text, shown.Text, StringComparison.Ordinal);
            Assert.Equal((form, Text), (shown.FieldsOf("unsent")["_handler"], shown.FieldsOf("unsent")[field]));
        }

        Assert.Empty(before);
        arrived.Expect(HttpStatusCode.OK);
        Assert.Contains(Text, Assert.Single(Sent()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_registry_away_only_when_it_is_sent_the_form_itself_keeps_it()
    {
        Server.Heard.Refuse<WriteProfileRequest>(Away);
        var kept = await Staff.SubmitAsync(await Staff.GetAsync("municipalities/3301/profile"), "profile", ("texts.nb", Text));
        Server.Heard.Allow<WriteProfileRequest>();

        Assert.Contains("A service does not answer now.", kept.Text, StringComparison.Ordinal);
        Assert.Equal(Text, kept.FieldsOf("profile")["texts.nb"]);
        Assert.Contains("The description is saved.", (await Staff.SubmitAsync(kept, "profile")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"municipalities/{Samples.HromadaCode}/history", "decide", "reason")]
    [InlineData("call-list", "call", "text")]
    public async Task A_part_of_a_page_keeps_the_form_that_stands_in_it(string address, string form, string field)
    {
        using var auc = await Server.StaffAsync(StaffRole.AucCoordinator);
        var page = await auc.GetAsync(address);
        Server.Heard.Refuse<GetHistoryRequest>(Away);
        Server.Heard.Refuse<GetCallListRequest>(Away);

        var kept = (await auc.SubmitAsync(page, form, (field, Text))).Expect(HttpStatusCode.OK);

        Assert.Contains("Your form was not saved", kept.Text, StringComparison.Ordinal);
        Assert.Equal((form, Text), (kept.FieldsOf("unsent")["_handler"], kept.FieldsOf("unsent")[field]));
    }

    [Fact]
    public async Task What_was_written_of_a_thing_that_is_gone_can_still_be_read()
    {
        var page = await Staff.GetAsync($"offers/{RegisterSamples.OfferId}/revise");
        Server.Heard.Refuse<GetOfferRequest>(Refusals.NotFound("offer_not_found"));

        var gone = (await Staff.SubmitAsync(page, "offer", ("text.nb", Text))).Expect(HttpStatusCode.NotFound);

        Assert.Contains(Text, gone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Send again", gone.Text, StringComparison.Ordinal);
    }

    private IReadOnlyList<object> Sent() =>
    [
        .. Server.Heard.Of<WriteProfileRequest>(), .. Server.Heard.Of<KeepCommunityOrganisationRequest>(), .. Server.Heard.Of<KeepOfferRequest>(),
        .. Server.Heard.Of<TakeOfferStepRequest>(), .. Server.Heard.Of<KeepInitiativeRequest>(),
    ];

    private void RegistryIsAway()
    {
        Server.Heard.Refuse<GetMunicipalityRequest>(Away);
        Server.Heard.Refuse<GetOfferRequest>(Away);
        Server.Heard.Refuse<GetInitiativeRequest>(Away);
    }

    private void RegistryIsBack()
    {
        Server.Heard.Allow<GetMunicipalityRequest>();
        Server.Heard.Allow<GetOfferRequest>();
        Server.Heard.Allow<GetInitiativeRequest>();
    }
}
