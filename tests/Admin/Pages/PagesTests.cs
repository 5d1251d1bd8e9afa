using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>What each page shows, and to whom.</summary>
public sealed class PagesTests(AdminFixture fixture) : IClassFixture<AdminFixture>
{
    private AdminServer Server => fixture.Server;

    [Fact]
    public async Task Each_page_is_there_in_each_language()
    {
        foreach (var language in (string[])["nb", "uk", "en"])
        {
            using var visitor = Server.Visitor(language);
            await visitor.SignInAsync([StaffRole.KsCoordinator, StaffRole.AucCoordinator]);
            foreach (var address in Addresses.OfStaff.Where(address => !address.Contains("no-such", StringComparison.Ordinal) && !address.EndsWith("ffff", StringComparison.Ordinal)))
            {
                var page = (await visitor.GetAsync(address)).Expect(HttpStatusCode.OK);
                Assert.Contains($"<html lang=\"{language}\"", page.Html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_hromadas_page_says_who_already_helps_it_and_where_that_is_said()
    {
        using var visitor = Server.Visitor("en");
        await visitor.SignInAsync([StaffRole.Viewer]);

        var page = WebUtility.HtmlDecode((await visitor.GetAsync($"municipalities/{Samples.HromadaCode}")).Html);

        foreach (var shown in new[]
        {
            "Who already helps</h2>", "href=\"municipalities/3301\">Drammen</a>", "Twin town or agreement, by themselves", "Agreement signed",
            "rel=\"noreferrer\" href=\"https://avis.example/sak?id=7\">avis.example</a>", "Leipzig (DE)", "Ended", "SKEW",
        })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_is_led_to_the_page_of_the_second_factor()
    {
        foreach (var (language, text) in ((string, string)[])[("nb", "Autentiseringsapp"), ("uk", "Застосунок-автентифікатор"), ("en", "Authenticator app")])
        {
            using var visitor = Server.Visitor(language);
            await visitor.SignInAsync([StaffRole.Viewer]);
            var page = await visitor.GetAsync("");
            Assert.Contains($"<a class=\"ds-link\" href=\"/connect/second-factor/enrol?lang={language}\">{text}</a>", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        }

        using var nobody = Server.Visitor();
        Assert.DoesNotContain("/connect/second-factor", (await nobody.GetAsync("signed-out")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calls_carry_the_persons_token_and_language()
    {
        using var visitor = Server.Visitor("uk");
        var account = Guid.CreateVersion7();
        await visitor.SignInAsync([StaffRole.Viewer], account);

        await visitor.GetAsync("needs?urgency=3&category=war_zone&sort=-hromada&page=2&size=50");

        var request = Assert.Single(Server.Heard.Of<FindNeedsRequest>(), request => request.Sort == "-hromada");
        Assert.Equal((3, "war_zone", 2, 50), (request.Urgency, request.Category, request.Page, request.PageSize));
        var (token, language) = Server.Heard.CallerOf<FindNeedsRequest>();
        Assert.Equal("uk", language);
        Assert.Equal(account.ToString(), new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(token).Subject);
    }

    [Fact]
    public async Task The_sum_of_the_breakdown_is_the_total()
    {
        using var staff = await Server.StaffAsync(StaffRole.KsCoordinator);

        var page = await staff.GetAsync($"proposals/{Samples.ProposalId}");

        Assert.Contains("Fit of the area 300 290 Drammen has a strong water department.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Total 1,000 752", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Overall", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_masked_need_shows_no_title()
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);

        var page = await staff.GetAsync($"needs/{Samples.RestrictedNeedId}");

        Assert.Contains("Hidden need", page.Title, StringComparison.Ordinal);
        Assert.Contains("hidden from you for reasons of safety", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nb", "2,5\u00A0tonn", "1\u00A0250\u00A0000,5\u00A0UAH", "utstyr", "vinter")]
    [InlineData("uk", "2,5\u00A0тонна", "1\u00A0250\u00A0000,5\u00A0UAH", "обладнання", "зима")]
    [InlineData("en", "2.5\u00A0tonne", "1,250,000.5\u00A0UAH", "equipment", "winter")]
    public async Task What_a_hromada_added_stands_in_the_readers_words_and_numbers(string language, params string[] texts)
    {
        using var visitor = Server.Visitor(language);
        await visitor.SignInAsync([StaffRole.AucCoordinator]);

        var page = WebUtility.HtmlDecode((await visitor.GetAsync($"needs/{Samples.NeedId}")).Html);

        Assert.All(texts, text => Assert.Contains($"<dd>{text}</dd>", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Times_stand_in_Oslo_and_Kyiv()
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);

        var page = await staff.GetAsync($"needs/{Samples.NeedId}");

        // Half past ten in UTC: the same evening in Oslo, past midnight in Kyiv.
        Assert.Contains("20/11/2026, 23:30 in Oslo, 21/11/2026 00:30 in Kyiv", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_another_language_says_so()
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);

        var page = await staff.GetAsync("partnerships");

        Assert.Contains("<span lang=\"uk\">Вінницька</span>", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_data_and_no_hits_are_told_apart()
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);

        var page = await staff.GetAsync("needs?q=nothing");

        Assert.Contains("No hits for this selection", page.Text, StringComparison.Ordinal);
        Assert.Contains("Clear all filters", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_those_who_acted_come_from_identity()
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);

        var page = await staff.GetAsync($"partnerships/{Samples.PartnershipId}");

        Assert.Contains("Kari Nordmann", page.Text, StringComparison.Ordinal);
        Assert.Contains("They will meet by video.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dashboard_shows_what_waits_for_this_role()
    {
        using var ks = await Server.StaffAsync(StaffRole.KsCoordinator);
        using var auc = await Server.StaffAsync(StaffRole.AucCoordinator);

        var (forKs, forAuc) = (await ks.GetAsync(""), await auc.GetAsync(""));

        Assert.Contains("7 proposals wait for KS", forKs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("needs to verify", forKs.Text, StringComparison.Ordinal);
        Assert.Contains("9 needs to verify", forAuc.Text, StringComparison.Ordinal);
        Assert.Contains("3 proposals wait for AUC", forAuc.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overdue_follow_ups_are_asked_for_until_today()
    {
        using var staff = await Server.StaffAsync(StaffRole.KsCoordinator);

        await staff.GetAsync("partnerships?due=true");

        Assert.Contains(Server.Heard.Of<FindPartnershipsRequest>(), request => request.FollowUpUntil.Length == 10);
    }
}
