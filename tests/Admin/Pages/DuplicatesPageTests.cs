using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>Needs that may be the same: seen side by side, decided on, and marked.</summary>
public sealed class DuplicatesPageTests() : StaffPages(StaffRole.AucCoordinator)
{
    [Fact]
    public async Task Pairs_that_wait_say_why_they_are_alike_and_lead_to_the_two_side_by_side()
    {
        var list = await Staff.GetAsync("needs/duplicates");
        var page = await Staff.GetAsync($"needs/{Samples.NeedId}/duplicates");

        Assert.All(["87 % alike", "titles alike", "days apart: 365", "more urgent now"], words => Assert.Contains(words, list.Text, StringComparison.Ordinal));
        Assert.Contains("cursor=older", list.Html, StringComparison.Ordinal);
        Assert.Contains($"needs/{Samples.NeedId}/duplicates", list.Html, StringComparison.Ordinal);
        Assert.Contains("Verified by AUC", page.Text, StringComparison.Ordinal);
        Assert.Equal(("related", "Two halls of one station."), (page.FieldsOf($"link-{WritingSamples.AlikeId}")["relation"], page.FieldsOf($"link-{WritingSamples.AlikeId}")["note"]));
    }

    [Fact]
    public async Task A_decision_is_sent_with_the_version_that_was_seen()
    {
        var page = await Staff.GetAsync($"needs/{Samples.NeedId}/duplicates");
        var done = await Staff.SubmitAsync(page, $"link-{WritingSamples.AlikeId}", ("relation", "escalation"));

        var request = Assert.Single(Server.Heard.Of<LinkNeedsRequest>());
        Assert.Equal((Samples.NeedId, WritingSamples.AlikeId, 4L, "escalation"), (request.NeedId, request.OtherId, request.Version, request.Relation));
        Assert.Contains("The decision is kept.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_need_is_marked_as_the_repeat_of_one_that_is_like_it()
    {
        var page = await Staff.GetAsync($"needs/{Samples.NeedId}");
        var done = await Staff.SubmitAsync(page, "duplicate", ("of", WritingSamples.AlikeId));

        var request = Assert.Single(Server.Heard.Of<TakeStepRequest>());
        Assert.Equal(("mark_duplicate", WritingSamples.AlikeId, 3L), (request.Step, request.Of, request.Version));
        Assert.Contains("The need is marked as a duplicate.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadlines_rest_for_a_reason_and_until_a_day()
    {
        var page = await Staff.GetAsync($"needs/{Samples.NeedId}");
        var wrong = await Staff.SubmitAsync(page, "pause", ("reason", "attack"));
        Assert.Contains("Fill in this field.", wrong.Text, StringComparison.Ordinal);
        await Staff.SubmitAsync(page, "pause", ("reason", "attack"), ("until", "2027-01-10"));

        var request = Assert.Single(Server.Heard.Of<TakeStepRequest>());
        Assert.Equal(("pause", "attack", "2027-01-10"), (request.Step, request.Reason, request.Until));
    }
}
