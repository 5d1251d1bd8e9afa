using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed class ExplanationTests
{
    [Theory]
    [InlineData("nb", "Kommune 1 er sterk innen «Vannforsyning» og kan hjelpe Hromada 1 med råd på avstand.")]
    [InlineData("uk", "Муніципалітет 1 може допомогти (Громада 1) за напрямом «Водопостачання», рівень: сильний. Форми допомоги: дистанційні консультації.")]
    [InlineData("en", "Municipality 1 is strong in “Water supply” and can help Hromada 1 with remote advice.")]
    public void A_match_is_summed_up_in_the_readers_language(string language, string expected)
    {
        var problem = Given.Problem();
        var explanation = Explanation.Of(Given.PlanOf(problem).Matches[0].Pair);
        Assert.Equal(expected, new Narrator(NameBook.Of(problem), language).Tell(explanation.Summary[0]));
        Assert.Equal("criterion.mode_horizon_fit.long", explanation.Summary[1].Key);
        Assert.Equal([CriterionCode.PriorTie, CriterionCode.Reciprocity], explanation.Missing);
    }

    [Theory]
    [InlineData("nb", 1, "1 dagsverk")]
    [InlineData("nb", 1234, "1\u00a0234 dagsverk")]
    [InlineData("en", 1, "1 person-day")]
    [InlineData("en", 1234, "1,234 person-days")]
    [InlineData("uk", 1, "1 людино-день")]
    [InlineData("uk", 3, "3 людино-дні")]
    [InlineData("uk", 11, "11 людино-днів")]
    [InlineData("uk", 13, "13 людино-днів")]
    [InlineData("uk", 21, "21 людино-день")]
    [InlineData("uk", 0, "0 людино-днів")]
    [InlineData("uk", 112, "112 людино-днів")]
    public void Numbers_are_written_as_the_language_writes_them(string language, int days, string expected)
    {
        var sentence = Sentence.Of("assumed.capacity_unknown", Argument.Of("days", ArgumentKind.PersonDays, days));
        Assert.Contains(expected, Tell(language, sentence), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nb", "råd på avstand, opplæring og utstyr")]
    [InlineData("uk", "дистанційні консультації, навчання та обладнання")]
    [InlineData("en", "remote advice, training and equipment")]
    public void Lists_end_with_and(string language, string expected)
    {
        var sentence = Sentence.Of(
            "criterion.mode_horizon_fit.any",
            Argument.Municipality("supplier", Given.Supplier().Id),
            Argument.Modes("modes", [Mode.Equipment, Mode.Training, Mode.AdviceRemote, Mode.Training]));
        Assert.Contains(expected, Tell(language, sentence), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_not_known_is_told_by_its_code() =>
        Assert.Contains("“XXX”", Tell("en", Sentence.Of(
            "rule.area_offered.absent",
            Argument.Municipality("supplier", Given.Supplier().Id),
            Argument.Area("area", "XXX"))), StringComparison.Ordinal);

    [Fact]
    public void A_day_and_a_share_are_written_as_the_language_writes_them()
    {
        var day = Sentence.Of("rule.needed_by_ahead.passed", Argument.Day("day", new DateOnly(2026, 8, 31)));
        Assert.Contains("31.08.2026", Tell("nb", day), StringComparison.Ordinal);
        Assert.Contains("31/08/2026", Tell("en", day), StringComparison.Ordinal);
        var floor = Sentence.Of(
            "rule.fit_floor.below",
            Argument.Of("fit", ArgumentKind.Permille, 466),
            Argument.Of("floor", ArgumentKind.Permille, 500));
        Assert.Contains("46,6 %", Tell("nb", floor), StringComparison.Ordinal);
        Assert.Contains("50 %", Tell("nb", floor), StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_that_is_missing_is_an_error_and_not_a_hole() =>
        Assert.Throws<FormatException>(() => Tell("en", Sentence.Of("assumed.capacity_unknown")));

    [Fact]
    public void Another_language_is_refused() => Assert.Throws<ArgumentException>(() => new Narrator(NameBook.Of(Given.Problem()), "sv"));

    private static string Tell(string language, Sentence sentence) => new Narrator(NameBook.Of(Given.Problem()), language).Tell(sentence);
}
