using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.ServiceDefaults.Texts;

public sealed class LanguageCodeTests
{
    [Theory]
    [InlineData("nb", true)]
    [InlineData("uk", true)]
    [InlineData("ua", false)]
    [InlineData("sh", false)]
    [InlineData("EN", false)]
    [InlineData("nob", false)]
    [InlineData("nb uk", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_language_is_in_ISO_639_1(string? code, bool known)
    {
        var rules = new Rules().Language(code, "languages[0]");

        Assert.Equal(known, LanguageCode.IsKnown(code));
        Assert.Equal(known, rules.Hold);
    }

    [Fact]
    public void What_is_no_language_is_told_with_its_field()
    {
        var refusal = Assert.Throws<Refusal>(new Rules().Language("ua", "languages[0]").Enforce);

        Assert.Equal(("unknown_language", "languages[0]"), (refusal.Code, Assert.Single(refusal.Violations).Field));
    }
}
