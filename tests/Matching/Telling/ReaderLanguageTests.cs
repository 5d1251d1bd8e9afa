using System.Net;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Telling;

public sealed class ReaderLanguageTests(PlannedWorld world) : IClassFixture<PlannedWorld>
{
    [Theory]
    [InlineData("", null, "en")]
    [InlineData("", "uk", "uk")]
    [InlineData("", "nn-NO", "nb")]
    [InlineData("", "de, no;q=0.5, uk;q=0.8", "uk")]
    [InlineData("", "uk;q=0, nb;q=0.1", "nb")]
    [InlineData("", "uk;q=0", "en")]
    [InlineData("?lang=nb", "uk", "nb")]
    public async Task The_reader_chooses_the_language(string query, string? accepted, string language)
    {
        var plan = (await world.Server.GetAsync($"matching-runs/{world.Run}/plan{query}", accepted)).Expect(HttpStatusCode.OK);
        var shortlist = (await world.Server.GetAsync(
            $"candidates?hromada={World.Zelena.Code}{query.Replace('?', '&')}", accepted)).Expect(HttpStatusCode.OK);

        Assert.Equal(language, (string?)plan.Body["language"]);
        Assert.Equal(language, plan.Language);
        Assert.Equal(language, (string?)shortlist.Body["language"]);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("NB")]
    [InlineData("")]
    public async Task Another_language_is_refused(string language)
    {
        (await world.Server.GetPlanAsync(world.Run, language)).ExpectProblem(HttpStatusCode.BadRequest, "unknown_language");
        (await world.Server.GetAsync($"candidates?hromada={World.Zelena.Code}&lang={language}"))
            .ExpectProblem(HttpStatusCode.BadRequest, "unknown_language");
    }
}
