using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>What was said of a municipality when, without script.</summary>
public sealed class HistoryTests() : StaffPages(StaffRole.AucCoordinator)
{
    private static readonly string OfHromada = $"municipalities/{Samples.HromadaCode}/history";

    [Fact]
    public async Task A_hromadas_history_tells_figures_with_source_and_day_periods_and_decisions_with_reasons()
    {
        var link = (await Staff.GetAsync($"municipalities/{Samples.HromadaCode}")).Html;
        var page = await Staff.GetAsync(OfHromada);

        Assert.Contains($"href=\"{OfHromada}\"", link, StringComparison.Ordinal);
        foreach (var told in new[]
        {
            "By order 376 of", "correction 2", "Active hostilities", "lasts", "The list suggests War zone", "Nothing is destroyed.", "389,000", "401,000", "hromadas-2022.csv",
            "Kept back near the war", "3 of 7 settlements",
        })
            Assert.Contains(told, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_held_on_a_day_is_asked_by_what_was_known_on_another()
    {
        var page = await Staff.GetAsync($"{OfHromada}?on=2022-03-01&known=2023-01-01");

        var request = Assert.Single(Server.Heard.Of<GetHistoryRequest>());
        Assert.Equal((Samples.HromadaCode, "2022-03-01", "2023-01-01"), (request.Code, request.On, request.AsKnownOn));
        Assert.Contains("value=\"2022-03-01\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_is_decided_with_a_reason_and_who_comes_second_sees_the_decision_before()
    {
        var page = await Staff.GetAsync(OfHromada);
        Assert.Contains("#decide-reason\"", (await Staff.SubmitAsync(page, "decide", ("category", "war_zone"))).Html, StringComparison.Ordinal);
        Assert.Empty(Server.Heard.Of<DecideCategoryRequest>());
        var done = await Staff.SubmitAsync(page, "decide", ("category", "war_zone"), ("reason", "Hit last night."));
        var second = await Staff.SubmitAsync(page, "decide", ("version", "6"), ("category", "war_zone"), ("reason", "Hit last night."));

        var request = Server.Heard.Of<DecideCategoryRequest>()[0];
        Assert.Equal((Samples.HromadaCode, 7L, "war_zone", "Hit last night."), (request.Code, request.Version, request.Category, request.Reason));
        Assert.Contains("The category is decided.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Somebody else changed this meanwhile", second.Text, StringComparison.Ordinal);
        Assert.Equal(("7", "Hit last night."), (second.FieldsOf("decide")["version"], second.FieldsOf("decide")["reason"]));
    }

    [Fact]
    public async Task A_norwegian_municipality_tells_what_it_was_before()
    {
        var page = await Staff.GetAsync("municipalities/3301/history");

        Assert.Contains("0711 Svelvik → 3005 Drammen", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("What held on", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_tells_helped_from_unhelped_hromadas()
    {
        var page = await Staff.GetAsync("municipalities?helped=false");

        Assert.Equal("false", Assert.Single(Server.Heard.Of<FindMunicipalitiesRequest>()).Helped);
        Assert.Contains("Remove the filter Not helped", page.Html, StringComparison.Ordinal);
    }
}
