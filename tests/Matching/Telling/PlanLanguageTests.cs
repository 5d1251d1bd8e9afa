using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kommunebro.Tests.Matching.Telling;

public sealed partial class PlanLanguageTests(PlannedWorld world) : IClassFixture<PlannedWorld>
{
    [Theory]
    [InlineData("nb")]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task Every_text_is_there_in_every_language(string language)
    {
        var plan = await world.PlanAsync(language);
        Assert.Equal(language, (string?)plan["language"]);

        Assert.All(SentencesOf(plan), sentence =>
        {
            Assert.NotEmpty(sentence.Trim());
            Assert.DoesNotMatch(Leftover(), sentence);
            // All names are given in both scripts, so a sentence in the other one is not translated.
            Assert.Equal(language == "uk", Cyrillic().IsMatch(sentence));
        });
    }

    private static IEnumerable<string> SentencesOf(JsonObject plan) =>
    [
        .. plan["matches"]!.AsArray().SelectMany(match => Texts(match!, "conditions", "assumed").Append((string)match!["why"]!)
            .Concat(match["criteria"]!.AsArray().SelectMany(criterion => Texts(criterion!, "reasons")))
            .Append((string)match["supplier"]!["name"]!)
            .Append((string)match["supplier"]!["region"]!)
            .Append((string)match["area"]!["name"]!)
            .Append((string)match["need"]!["hromada"]!["name"]!)),
        .. plan["unmatched"]!.AsArray().Concat(plan["idle"]!.AsArray()).SelectMany(told => Texts(told!, "reasons")),
    ];

    private static IEnumerable<string> Texts(JsonNode node, params string[] lists)
    {
        foreach (var list in lists)
            foreach (var text in node[list]!.AsArray())
                yield return (string)text!;
    }

    // A place that was not filled, a stable code, or an id.
    [GeneratedRegex(@"[{}]|[a-z]_[a-z]|[0-9a-f]{8}-", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Leftover();

    [GeneratedRegex(@"\p{IsCyrillic}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cyrillic();
}
