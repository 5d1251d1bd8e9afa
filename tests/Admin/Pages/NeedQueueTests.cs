using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>A list of needs is worked through: from a need one goes on to the next, also by a decision.</summary>
public sealed class NeedQueueTests() : StaffPages(StaffRole.AucCoordinator)
{
    [Fact]
    public async Task A_need_knows_the_list_that_it_was_opened_from()
    {
        var list = await Staff.GetAsync("needs?status=submitted&sort=urgency&done=need_verified");
        Assert.Contains($"needs/{Samples.NeedId}?queue=status%3Dsubmitted%26sort%3Durgency%26page%3D1", list.Html, StringComparison.Ordinal);

        var need = await Staff.GetAsync($"needs/{Samples.NeedId}?queue=status%3Dsubmitted%26sort%3Durgency%26page%3D1");

        Assert.Contains("1 of 2 in the list", need.Text, StringComparison.Ordinal);
        Assert.Contains($"needs?status=submitted&amp;sort=urgency&amp;page=1#need-{Samples.NeedId}", need.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Previous need", need.Text, StringComparison.Ordinal);
        var asked = Server.Heard.Of<FindNeedsRequest>()[^1];
        Assert.Equal(("submitted", "urgency"), (Assert.Single(asked.Statuses), asked.Sort));
    }

    [Fact]
    public async Task A_decision_leads_to_the_next_need()
    {
        var page = await Staff.SubmitAsync(await Staff.GetAsync($"needs/{Samples.NeedId}?queue=status%3Dsubmitted"), "verify", ("method", "call"));

        Assert.Single(Server.Heard.Of<VerifyNeedRequest>());
        Assert.Equal(Samples.RestrictedNeedId, Server.Heard.Of<GetNeedRequest>()[^1].NeedId);
        Assert.Contains("The need is verified", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 of 2 in the list", page.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"needs/{Samples.NeedId}\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_last_one_comes_the_list()
    {
        var page = await Staff.SubmitAsync(await Staff.GetAsync($"needs/{Samples.NeedId}?queue=q%3Dnothing"), "return", ("question", "How many?"));

        Assert.Contains("was returned to the hromada", page.Text, StringComparison.Ordinal);
        Assert.Equal(Samples.NeedId, Server.Heard.Of<GetNeedRequest>()[^1].NeedId);
        Assert.Equal("nothing", Server.Heard.Of<FindNeedsRequest>()[^1].Query);
    }

    [Fact]
    public async Task A_refused_decision_stays_with_its_need()
    {
        var page = await Staff.SubmitAsync(await Staff.GetAsync($"needs/{Samples.NeedId}?queue=status%3Dsubmitted"), "verify", ("personDays", "45"));

        Assert.Empty(Server.Heard.Of<VerifyNeedRequest>());
        Assert.Equal("45", page.FieldsOf("verify")["personDays"]);
    }
}
