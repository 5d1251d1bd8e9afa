using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.Tests.ServiceDefaults.Texts;

public sealed class ReaderLanguageTests
{
    [Theory]
    [InlineData(null, null, "en")]
    [InlineData(null, "fr", "en")]
    [InlineData(null, "*", "en")]
    [InlineData(null, "nonsense;;q=x", "en")]
    [InlineData(null, "uk", "uk")]
    [InlineData(null, "UK-UA", "uk")]
    [InlineData(null, "nn-NO, en;q=0.5", "nb")]
    [InlineData(null, "no", "nb")]
    [InlineData(null, "fr, en;q=0.2, uk;q=0.3", "uk")]
    [InlineData(null, "uk;q=0, nb;q=0.1", "nb")]
    [InlineData("nb", null, "nb")]
    [InlineData("en", "uk", "en")]
    public void The_query_wins_then_what_the_reader_likes_best_then_English(string? asked, string? accepted, string language)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = accepted;

        Assert.Equal(language, ReaderLanguage.Of(asked, context));
        Assert.Equal(language, context.Response.Headers.ContentLanguage);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("UK")]
    [InlineData("nn")]
    [InlineData("")]
    public void Another_language_in_the_query_is_refused(string asked)
    {
        var refusal = Assert.Throws<Refusal>(() => ReaderLanguage.Of(asked, new DefaultHttpContext()));

        Assert.Equal((RefusalKind.Invalid, "unknown_language"), (refusal.Kind, refusal.Code));
        Assert.Equal("lang", Assert.Single(refusal.Violations).Field);
    }

    [Fact]
    public void A_cache_hears_that_the_answer_depends_on_the_reader_besides_what_else_it_depends_on()
    {
        var context = new DefaultHttpContext();
        context.Response.Headers.Vary = "Accept-Encoding";

        ReaderLanguage.Of(null, context);

        Assert.Equal(["Accept-Encoding", "Accept-Language"], context.Response.Headers.Vary.ToArray());
    }
}
