using System.Net;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>The page behind the link in an e-mail.</summary>
public sealed class AnswerLinkTests : IAsyncLifetime
{
    private static readonly string Link = $"answer/{Samples.LinkToken}";

    private AdminServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await AdminServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task It_shows_the_briefing_in_the_language_of_the_link_without_an_account()
    {
        using var mayor = _server.Visitor("en");

        var page = (await mayor.GetAsync($"{Link}?lang=uk")).Expect(HttpStatusCode.OK);

        Assert.Contains("Чи згодні ви на першу розмову?", page.Text, StringComparison.Ordinal);
        Assert.Contains("Drammen can advise you on pumping stations.", page.Text, StringComparison.Ordinal);
        var (token, language) = _server.Heard.CallerOf<OpenAnswerLinkRequest>();
        Assert.Equal("uk", language);
        Assert.Equal("test-service", new JsonWebToken(token).Subject);
    }

    [Fact]
    public async Task Opening_it_any_number_of_times_changes_nothing()
    {
        using var scanner = _server.Visitor();

        for (var time = 0; time < 3; time++)
            await scanner.GetAsync(Link);

        Assert.Empty(_server.Heard.Of<AnswerByLinkRequest>());
        Assert.True((await scanner.GetAsync(Link)).HasForm("answer"));
    }

    [Fact]
    public async Task A_yes_is_sent_once_and_the_page_then_says_so()
    {
        using var mayor = _server.Visitor();
        var page = await mayor.GetAsync(Link);

        var after = await mayor.SubmitAsync(page, "answer", ("accepted", "yes"), ("note", "Gladly."));
        var again = await mayor.SubmitAsync(page, "answer", ("accepted", "no"), ("reason", "other"));

        Assert.Contains("your yes is recorded", after.Text, StringComparison.Ordinal);
        Assert.False(after.HasForm("answer"));
        Assert.Equal((true, "Gladly."), (_server.Heard.Of<AnswerByLinkRequest>()[0].Accepted, _server.Heard.Of<AnswerByLinkRequest>()[0].Note));
        Assert.Contains("This link has been used already.", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_needs_a_reason_of_the_list()
    {
        using var mayor = _server.Visitor();

        var page = await mayor.SubmitAsync(await mayor.GetAsync(Link), "answer", ("accepted", "no"));

        Assert.Empty(_server.Heard.Of<AnswerByLinkRequest>());
        Assert.Contains("Fill in this field.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("used", "This link has been used already.")]
    [InlineData("expired", "This link has expired.")]
    [InlineData("withdrawn", "The proposal was withdrawn.")]
    [InlineData("answered", "The answer was already given in another way.")]
    public async Task A_link_that_is_closed_says_why(string because, string text)
    {
        _server.Matching.Asked = new AskedParty(MatchingSamples.Asked) { Open = false, ClosedBecause = because };
        using var mayor = _server.Visitor();

        var page = await mayor.GetAsync(Link);

        Assert.Contains(text, page.Text, StringComparison.Ordinal);
        Assert.False(page.HasForm("answer"));
    }

    [Fact]
    public async Task An_unknown_link_says_what_to_do()
    {
        using var mayor = _server.Visitor("nb");

        var page = (await mayor.GetAsync("answer/tampered")).Expect(HttpStatusCode.NotFound);

        Assert.Contains("Lenken er ukjent", page.Title, StringComparison.Ordinal);
    }
}
