using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed class ShortlistTests
{
    private static readonly Supplier Basic = Given.Supplier(1) with { Areas = [Given.Supplier().Areas[0] with { Level = 1 }] };
    private static readonly Supplier Leading = Given.Supplier(2) with { Areas = [Given.Supplier().Areas[0] with { Level = 4 }] };
    private static readonly Supplier Elsewhere = Given.Supplier(3) with { Areas = [Given.Supplier().Areas[0] with { AreaCode = "CUL" }] };

    [Fact]
    public void Who_fits_this_town_is_ranked_with_reasons_and_leaves_out_who_may_not()
    {
        var list = Shortlist.ForHromada(Given.Problem([Basic, Leading, Elsewhere]), Given.Hromada().Id, limit: 10);
        Assert.Equal([(1, Leading.Id), (2, Basic.Id)], list.Select(entry => (entry.Rank, entry.PartnerId)));
        Assert.All(list, entry => Assert.NotEmpty(entry.Pairs[0].Breakdown[0].Reasons));
    }

    [Fact]
    public void Whom_could_this_municipality_help_ranks_by_what_the_need_is_worth()
    {
        var problem = Given.Problem(
            [Basic],
            [Given.Hromada(1), Given.Hromada(2)],
            [Given.Need(1, hromada: 1), Given.Need(2, hromada: 2) with { Urgency = 4 }, Given.Need(3, hromada: 1) with { AreaCode = "CUL" }]);
        var list = Shortlist.ForSupplier(problem, Basic.Id, limit: 10);
        Assert.Equal([Given.Hromada(2).Id, Given.Hromada(1).Id], list.Select(entry => entry.PartnerId));
        Assert.Single(list[1].Pairs);
    }

    [Fact]
    public void Equals_are_listed_by_their_official_code()
    {
        var twins = new[] { Given.Supplier(2), Given.Supplier(1) };
        var list = Shortlist.ForHromada(Given.Problem(twins), Given.Hromada().Id, limit: 1);
        Assert.Equal(Given.Supplier(1).Id, Assert.Single(list).PartnerId);
    }

    [Fact]
    public void A_shortlist_shows_the_pairs_that_a_run_would_see()
    {
        var problem = Given.Problem([Basic, Leading]);
        var pairs = CandidateSet.Of(problem).Pairs;
        var listed = Shortlist.ForHromada(problem, Given.Hromada().Id, limit: 10).SelectMany(entry => entry.Pairs);
        Assert.Equal(
            pairs.Select(pair => (pair.Supplier.Id, pair.Value)).Order(),
            listed.Select(pair => (pair.Supplier.Id, pair.Value)).Order());
    }

    [Fact]
    public void A_town_without_needs_gets_an_empty_list() =>
        Assert.Empty(Shortlist.ForHromada(Given.Problem(needs: []), Given.Hromada().Id, limit: 10));
}
