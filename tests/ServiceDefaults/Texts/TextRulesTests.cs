using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.ServiceDefaults.Texts;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("води \U0001F6B0 øre", "води \U0001F6B0 øre")]
    [InlineData("\t two words \n", "two words")]
    [InlineData("   ", "")]
    [InlineData("<b>markup</b>", "<b>markup</b>")]
    [InlineData("left\u200e-to-right mark", "left\u200e-to-right mark")]
    [InlineData(null, null)]
    public void A_text_that_holds_is_returned_without_white_space_around_it(string? sent, string? kept)
    {
        var rules = new Rules();

        Assert.Equal(kept, rules.Line(sent, "name", longest: 20));
        Assert.Equal(kept, rules.Block(sent, "text", longest: 20));
        Assert.True(rules.Hold);
    }

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\u0007b")]
    [InlineData("a\u001b[31mb")]
    [InlineData("a\u007fb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u202ab")]
    [InlineData("a\u202eb")]
    [InlineData("a\u2066b")]
    [InlineData("a\u2069b")]
    public void Control_characters_and_those_that_turn_the_writing_are_refused(string text)
    {
        Assert.Equal("control_characters", CodeOf(rules => rules.Line(text, "name", longest: 20)));
        Assert.Equal("control_characters", CodeOf(rules => rules.Block(text, "name", longest: 20)));
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("two\r\nlines")]
    [InlineData("two\tcolumns")]
    [InlineData("two\u2028lines")]
    [InlineData("two\u2029parts")]
    public void Only_a_block_has_lines(string text)
    {
        Assert.Equal("control_characters", CodeOf(rules => rules.Line(text, "name", longest: 20)));
        Assert.Null(CodeOf(rules => rules.Block(text, "name", longest: 20)));
    }

    [Theory]
    [InlineData(" ab ", "too_short")]
    [InlineData(" abc ", null)]
    [InlineData(" abcde ", null)]
    [InlineData(" abcdef ", "too_long")]
    public void The_length_is_that_of_what_is_kept(string text, string? code) =>
        Assert.Equal(code, CodeOf(rules => rules.Line(text, "name", longest: 5, shortest: 3)));

    private static string? CodeOf(Action<Rules> check)
    {
        var rules = new Rules();
        check(rules);
        return rules.Hold ? null : Assert.Throws<Refusal>(rules.Enforce).Code;
    }
}
