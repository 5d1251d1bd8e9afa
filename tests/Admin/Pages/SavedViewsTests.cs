using System.Text.RegularExpressions;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>A list is kept under a name, for oneself or for all, and shown with the number of its rows.</summary>
public sealed class SavedViewsTests() : StaffPages(StaffRole.AucCoordinator)
{
    [Fact]
    public async Task A_view_is_kept_with_its_filters_and_without_its_page_and_asked_for_again()
    {
        var page = await Staff.GetAsync("needs?urgency=4&page=3&status=submitted&area=");
        var kept = await Staff.SubmitAsync(page, "keep-view", ("name", "Haster"));

        Assert.Contains("The view is kept.", kept.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"needs?status=submitted&amp;urgency=4\" aria-current=\"page\"", kept.Html, StringComparison.Ordinal);
        Assert.Contains("Haster 2", kept.Text, StringComparison.Ordinal);
        var counted = Server.Heard.Of<FindNeedsRequest>()[^1];
        Assert.Equal((4, "submitted", 1), (counted.Urgency, Assert.Single(counted.Statuses), counted.Page));
    }

    [Fact]
    public async Task Only_what_is_shared_is_seen_by_others_and_only_its_owner_deletes_it()
    {
        using var other = await Server.StaffAsync(StaffRole.KsCoordinator);
        await Staff.SubmitAsync(await Staff.GetAsync("needs?urgency=4"), "keep-view", ("name", "Min egen"));
        await Staff.SubmitAsync(await Staff.GetAsync("needs?urgency=3"), "keep-view", ("name", "Joint list"), ("shared", "true"));

        var seen = await other.GetAsync("needs");
        Assert.DoesNotContain("Min egen", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Joint list 2 shared", seen.Text, StringComparison.Ordinal);
        Assert.False(seen.HasForm("forget-view"));

        var mine = await Staff.GetAsync("needs");
        var shared = Regex.Match(mine.Html, "value=\"(?<id>[0-9a-f-]{36})\"[^>]*>Joint list", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["id"].Value;
        await other.PostAsync("needs", new Dictionary<string, string>(seen.FieldsOf("keep-view")) { ["_handler"] = "forget-view", ["view"] = shared });
        Assert.Contains("Joint list", (await other.GetAsync("needs")).Text, StringComparison.Ordinal);

        var gone = await Staff.SubmitAsync(mine, "forget-view", ("view", shared));
        Assert.Contains("The view is deleted.", gone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Joint list", (await other.GetAsync("needs")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_name_replaces_the_old_view_and_a_name_without_a_letter_is_refused()
    {
        await Staff.SubmitAsync(await Staff.GetAsync("needs?urgency=4"), "keep-view", ("name", "Haster"));
        var again = await Staff.SubmitAsync(await Staff.GetAsync("needs?urgency=3"), "keep-view", ("name", "Haster"));
        var refused = await Staff.SubmitAsync(again, "keep-view", ("name", " "));
        var tooLong = await Staff.SubmitAsync(again, "keep-view", ("name", new string('a', 61)));

        Assert.Contains("needs?urgency=3", again.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("needs?urgency=4\"", again.Html, StringComparison.Ordinal);
        Assert.Contains("Fill in this field.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("The text is too long.", tooLong.Text, StringComparison.Ordinal);
    }
}
