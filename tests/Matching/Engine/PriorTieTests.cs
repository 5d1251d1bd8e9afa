using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed class PriorTieTests
{
    [Theory]
    [InlineData("", false, false, 0, "unknown")]
    [InlineData("", true, false, 600, "supplier")]
    [InlineData("", false, true, 600, "hromada")]
    [InlineData("", true, true, 1000, "both")]
    [InlineData("twin_town", false, false, 1000, "twin_town")]
    [InlineData("cooperation", false, false, 1000, "cooperation")]
    [InlineData("solidarity", false, false, 800, "solidarity")]
    [InlineData("project", false, false, 800, "project")]
    [InlineData("project", true, false, 1000, "supplier,project")]
    [InlineData("twin_town", true, true, 1000, "both,twin_town")]
    [InlineData("project,twin_town", false, false, 1000, "twin_town")]
    public void The_closest_tie_and_the_wishes_are_added_up_to_full_and_each_is_told(string ties, bool ofSupplier, bool ofHromada, int raw, string told)
    {
        var score = Score(ties, ofSupplier, ofHromada);

        Assert.Equal((raw, raw == 0), (score.Raw, score.Missing));
        Assert.Equal((raw * score.Weight + 50) / 100, score.Points);
        Assert.Equal(told.Split(',').Select(what => $"criterion.prior_tie.{what}"), score.Reasons.Select(reason => reason.Key));
    }

    [Fact]
    public void A_tie_with_another_hromada_says_nothing_of_this_one()
    {
        var supplier = Given.Supplier() with { Ties = [new Tie(Given.Id(2, 9), InitiativeKind.TwinTown)] };

        Assert.True(Of(supplier, Given.Need()).Missing);
    }

    [Theory]
    [InlineData("nb", "vennskapskommuner")]
    [InlineData("uk", "побратимами")]
    [InlineData("en", "twin towns")]
    public void The_tie_is_told_in_the_readers_language(string language, string word) =>
        Assert.Contains(word, Phrasebook.Find(Score("twin_town", ofSupplier: false, ofHromada: false).Reasons[^1].Key).In(language), StringComparison.Ordinal);

    [Fact]
    public void A_tie_is_the_other_reason_of_a_summary_where_nothing_is_stronger()
    {
        var supplier = Given.Supplier() with
        {
            Ties = [new Tie(Given.Id(2, 1), InitiativeKind.TwinTown)], Terms = [Term.Short], Capacity = PersonDays.Stated(30), Population = 10_000, Languages = ["pl"],
        };
        var pair = Assert.Single(CandidateSet.Of(Given.Problem([supplier], needs: [Given.Need() with { Horizon = Horizon.Acute }])).Pairs);

        Assert.Equal("criterion.prior_tie.twin_town", Explanation.Of(pair).Summary[^1].Key);
    }

    [Fact]
    public void What_one_side_wishes_for_is_in_no_summary()
    {
        var supplier = Given.Supplier() with
        {
            Wishes = [Given.Id(2, 1)], Terms = [Term.Short], Capacity = PersonDays.Stated(30), Population = 10_000, Languages = ["pl"],
        };
        var pair = Assert.Single(CandidateSet.Of(Given.Problem([supplier], needs: [Given.Need() with { Horizon = Horizon.Acute, Wishes = [supplier.Id] }])).Pairs);

        Assert.DoesNotContain(Explanation.Of(pair).Summary, sentence => sentence.Key.StartsWith("criterion.prior_tie", StringComparison.Ordinal));
    }

    private static CriterionScore Score(string ties, bool ofSupplier, bool ofHromada) => Of(
        Given.Supplier() with
        {
            Ties = [.. ties.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(kind => new Tie(Given.Id(2, 1), WireName.Parse<InitiativeKind>(kind)))],
            Wishes = ofSupplier ? [Given.Id(2, 1)] : [],
        },
        Given.Need() with { Wishes = ofHromada ? [Given.Id(1, 1)] : [] });

    private static CriterionScore Of(Supplier supplier, Need need) =>
        Assert.Single(CandidateSet.Of(Given.Problem([supplier], needs: [need])).Pairs).Breakdown.Single(part => part.Code == CriterionCode.PriorTie);
}
