using System.Text.RegularExpressions;
using Kommunebro.Testing.Browsing;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kommunebro.Tests.Admin.Browser;

/// <summary>People at work: with script, without it, and with the keyboard alone.</summary>
public sealed class WorkTests : IAsyncLifetime
{
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };

    // Asked again and again: under load a wait for one event of a page can miss it.
    private static readonly PageAssertionsToHaveURLOptions PatientForPage = new() { Timeout = 60_000 };

    private AdminServer _server = null!;

    private static Regex Address(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    public async ValueTask InitializeAsync() => _server = await AdminServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_need_is_returned_with_a_question(bool script)
    {
        await using var window = await AdminWindow.OpenAsync(_server, new WindowOptions { Script = script });
        await window.GoAsync("needs");

        await window.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Repair of the pumping station" }).ClickAsync();
        await window.Page.Locator("#return-question").FillAsync("How many pumps?");
        await window.Page.Locator("#form-return button[type=submit]").ClickAsync();

        await Expect(window.Page.Locator("main")).ToContainTextAsync("The need was returned to the hromada", Patient);
        Assert.Equal("How many pumps?", Assert.Single(_server.Heard.Of<ReturnNeedRequest>()).Question);
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Filters_and_sorting_are_the_address(bool script)
    {
        await using var window = await AdminWindow.OpenAsync(_server, new WindowOptions { Script = script });
        await window.GoAsync("needs");

        await window.Page.Locator("#status").SelectOptionAsync("submitted");
        await window.Page.Locator("#filter button[type=submit]").ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(Address(@"/needs\?.*status=submitted"), PatientForPage);
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Urgency" }).ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(Address(@"/needs\?.*sort=urgency"), PatientForPage);

        await Expect(window.Page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("Urgency", Patient);
        Assert.Contains("status=submitted", window.Page.Url, StringComparison.Ordinal);
        await window.Page.GoBackAsync();
        await Expect(window.Page.Locator("#hits")).ToContainTextAsync("2", Patient);
    }

    [Fact]
    public async Task A_run_that_is_watched_tells_how_it_gets_on_and_when_it_is_done()
    {
        await using var window = await AdminWindow.OpenAsync(_server);
        await window.GoAsync($"runs/{Samples.RunningId}");

        await Expect(window.Page.Locator("run-progress")).ToContainTextAsync("Reached 39 of at most 40", Patient);
        _server.Matching.RunEnds.SetResult();

        await Expect(window.Page.Locator("main")).ToContainTextAsync("Done. Proposals: 12", Patient);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Without_script_a_run_is_asked_for_again_by_itself()
    {
        await using var window = await AdminWindow.OpenAsync(_server, new WindowOptions { Script = false });
        await window.GoAsync($"runs/{Samples.RunningId}");
        _server.Matching.RunEnds.SetResult();

        await Expect(window.Page.Locator("main")).ToContainTextAsync("Done. Proposals: 12", Patient);
    }

    [Fact]
    public async Task Two_quick_clicks_send_a_form_once()
    {
        await using var window = await AdminWindow.OpenAsync(_server);
        await window.GoAsync($"proposals/{Samples.ProposalId}");

        await window.Page.Locator("#form-approve_ks button[type=submit]").DblClickAsync();

        await Expect(window.Page.Locator("main")).ToContainTextAsync("The approval is recorded.", Patient);
        Assert.Single(_server.Heard.Of<ApproveProposalRequest>());
    }

    [Fact]
    public async Task The_first_tab_leads_to_the_content_and_errors_get_the_focus()
    {
        await using var window = await AdminWindow.OpenAsync(_server);
        await window.GoAsync($"needs/{Samples.NeedId}");

        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window.Page.Locator(":focus")).ToContainTextAsync("Skip to content", Patient);
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page.Locator("#main")).ToBeFocusedAsync();
        await window.Page.Locator("#form-reject button[type=submit]").FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.Page.Locator(".ds-error-summary")).ToBeFocusedAsync(new LocatorAssertionsToBeFocusedOptions { Timeout = 60_000 });
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page.Locator("#reject-reasonCode")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_arc_of_the_map_is_reached_and_followed_by_keyboard()
    {
        await using var window = await AdminWindow.OpenAsync(_server);
        await window.GoAsync("map");
        var arc = window.Page.Locator(".kb-arcs a").First;

        await arc.FocusAsync();
        await Expect(arc).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.Page).ToHaveURLAsync(Address($"/partnerships/{Samples.PartnershipId}$"), PatientForPage);
    }

    [Fact]
    public async Task Without_script_a_mayor_answers_in_Ukrainian()
    {
        await using var window = await AdminWindow.OpenForStrangerAsync(_server, new WindowOptions { Script = false });
        await window.GoAsync($"answer/{Samples.LinkToken}?lang=uk");

        await window.Page.Locator("#answer-accepted").SelectOptionAsync("yes");
        await window.Page.Locator("#form-answer button[type=submit]").ClickAsync();

        await Expect(window.Page.Locator("main")).ToContainTextAsync("вашу згоду записано", Patient);
        Assert.True(Assert.Single(_server.Heard.Of<AnswerByLinkRequest>()).Accepted);
    }
}
