using Grpc.Core;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Testing.Browsing;
using Kommunebro.Tests.Admin.Hosting;
using Kommunebro.Tests.Admin.Pages;
using Microsoft.Playwright;

namespace Kommunebro.Tests.Admin.Browser;

/// <summary>WCAG 2.1 AA, as far as a machine sees it: nothing on any page, in any language, in either theme.</summary>
public sealed class AccessibilityTests(AdminFixture fixture) : IClassFixture<AdminFixture>
{
    public static TheoryData<string, ColorScheme> Matrix { get; } = new()
    {
        { "nb", ColorScheme.Light }, { "nb", ColorScheme.Dark }, { "uk", ColorScheme.Light },
        { "uk", ColorScheme.Dark }, { "en", ColorScheme.Light }, { "en", ColorScheme.Dark },
    };

    [Fact]
    public Task No_page_breaks_a_rule() => CheckAsync("nb", ColorScheme.Light, [.. Addresses.OfStaff, .. Addresses.OfAll]);

    [Fact]
    public Task The_other_languages_and_the_dark_theme_break_no_rule_on_the_densest_pages() => Task.WhenAll(
        CheckAsync("uk", ColorScheme.Dark, [$"proposals/{Backends.Samples.ProposalId}", ""]),
        CheckAsync("en", ColorScheme.Dark, [$"needs/{Backends.Samples.NeedId}", "map"]));

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Matrix))]
    public Task The_whole_matrix_breaks_no_rule(string language, ColorScheme theme) =>
        CheckAsync(language, theme, [.. Addresses.OfStaff, .. Addresses.OfAll]);

    [Fact]
    public async Task A_refused_form_breaks_no_rule()
    {
        await using var window = await AdminWindow.OpenAsync(fixture.Server);
        await window.GoAsync("partnerships/new");

        await window.Page.Locator("#form-register button[type=submit]").ClickAsync();
        await window.Page.Locator(".ds-error-summary").WaitForAsync();

        Assert.Empty(await window.Page.ViolationsAsync());
        Assert.StartsWith("Error: ", await window.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatusCode.Unavailable)]
    [InlineData(StatusCode.NotFound)]
    public async Task A_form_that_could_not_be_taken_breaks_no_rule(StatusCode status)
    {
        await using var server = await AdminServer.StartAsync();
        await using var window = await AdminWindow.OpenAsync(server);
        await window.GoAsync("municipalities/3301/profile");
        server.Heard.Refuse<GetMunicipalityRequest>(new RpcException(new Status(status, "no")));

        await window.Page.Locator("#form-profile button[type=submit]").ClickAsync();
        await window.Page.Locator("#h-unsent").WaitForAsync();
        await window.TakePictureAsync($"unsent {status}");

        Assert.Empty(await window.Page.ViolationsAsync());
    }

    [Fact]
    public async Task At_320_pixels_no_page_scrolls_sideways()
    {
        await using var window = await AdminWindow.OpenAsync(fixture.Server, new WindowOptions { Width = 320, Language = "uk" });
        var wide = new List<string>();
        foreach (var address in Addresses.OfStaff.Concat(Addresses.OfAll))
        {
            await window.GoAsync(address);
            var width = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (width > 320)
                wide.Add($"{address}: {width}");
        }

        Assert.Empty(wide);
    }

    private async Task CheckAsync(string language, ColorScheme theme, IReadOnlyList<string> addresses)
    {
        await using var window = await AdminWindow.OpenAsync(fixture.Server, new WindowOptions { Language = language, Theme = theme });
        var wrong = new List<string>();
        foreach (var address in addresses)
        {
            await window.GoAsync(address);
            wrong.AddRange(await window.Page.ViolationsAsync());
        }

        Assert.Empty(wrong);
        Assert.Empty(window.Complaints);
    }
}
