using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>What a run's pages say of its plan, without a script.</summary>
public sealed class ExplainedRunTests(AdminFixture fixture) : IClassFixture<AdminFixture>
{
    private AdminServer Server => fixture.Server;

    [Fact]
    public async Task The_runs_page_shows_the_plan_in_figures()
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);

        var page = await staff.GetAsync($"runs/{Samples.RunId}");

        Assert.Contains("Value in points 123,456", page.Text, StringComparison.Ordinal);
        Assert.Contains("Price of fairness, in points 700 (at most 900)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Category undecided 1 of 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("below 5,000 inhabitants 80 of 120", page.Text, StringComparison.Ordinal);
        Assert.Contains($"runs/{Samples.RunId}/compare", page.Html, StringComparison.Ordinal);
        Assert.Contains($"runs/{Samples.RunId}/why-not?need={Samples.NeedId}", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repair_says_what_it_is_and_tells_no_price_that_nobody_looked_for()
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);

        var page = await staff.GetAsync($"runs/{Samples.RepairId}");

        Assert.Contains("only what changes touch was chosen anew", page.Text, StringComparison.Ordinal);
        Assert.Contains("Value in points 123,456", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Price of fairness", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runs_stand_beside_each_other_with_what_is_different()
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);

        var page = await staff.GetAsync($"runs/{Samples.RunId}/compare?with={Samples.RunningId}");

        Assert.Contains(Server.Heard.Of<DiffRunsRequest>(), asked => (asked.RunId, asked.OtherRunId) == (Samples.RunId, Samples.RunningId));
        Assert.Contains("Needs that get help 2 of 3 1 of 3", page.Text, StringComparison.Ordinal);
        Assert.Contains("The runs looked at different data.", page.Text, StringComparison.Ordinal);
        Assert.Contains("in per mille (no. 1 from below) 500 of 500", page.Text, StringComparison.Ordinal);
        Assert.Contains("example (from 2 to 4 of 4 parts)", page.Text, StringComparison.Ordinal);
        Assert.Contains("3 lines are hidden from you", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_came_before_the_page_says_so()
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);

        var page = await staff.GetAsync($"runs/{Samples.RunId}/compare");

        Assert.Contains("There is no earlier completed run", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_not_is_asked_by_code_or_by_name()
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);

        var page = await staff.GetAsync($"runs/{Samples.RunId}/why-not?need={Samples.NeedId}&supplier=3301");

        Assert.Contains("Drammen has 3 person-days left", page.Text, StringComparison.Ordinal);
        Assert.Contains("The pair would score 640 of 1000 points.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Something that the run looked at has changed since", page.Text, StringComparison.Ordinal);
        Assert.Contains(Server.Heard.Of<WhyNotRequest>(), asked => (asked.RunId, asked.SupplierCode, asked.NeedId) == (Samples.RunId, "3301", Samples.NeedId));

        var several = await staff.GetAsync($"runs/{Samples.RunId}/why-not?need={Samples.NeedId}&supplier=Dra");

        Assert.Contains(Server.Heard.Of<FindMunicipalitiesRequest>(), asked => (asked.Query, asked.Country) == ("Dra", "no"));
        Assert.Contains("Several fit the name", several.Text, StringComparison.Ordinal);
        Assert.Contains($"why-not?need={Samples.NeedId}&amp;supplier=3301", several.Html, StringComparison.Ordinal);
    }
}
