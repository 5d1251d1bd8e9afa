using System.Text.RegularExpressions;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>What the guide for partners' developers promises happens to who follows it.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public async Task The_partner_api_in_ten_minutes()
    {
        if ((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').All(folder => !File.Exists(Path.Combine(folder, "python3"))))
            MissingTool.Skip("Python 3", "python3", "install it from its makers");
        await using var platform = await OneProcess.StartAsync(TemporaryFolder.Create("guide-data"));
        var sandbox = Sandbox().Match(platform.Output);
        var answers = await new Guide("api.md").FollowAsync(
            new Dictionary<string, string>
            {
                ["CLIENT_ID"] = sandbox.Groups["id"].Value,
                ["CLIENT_SECRET"] = sandbox.Groups["secret"].Value,
                ["HROMADA"] = sandbox.Groups["hromada"].Value,
                ["NEED"] = "$(grep -o '\"id\": *\"[^\"]*\"' $LAST | head -1 | cut -d'\"' -f4)",
                ["WEBHOOK"] = "$(grep -o '\"id\": *\"[^\"]*\"' $LAST | head -1 | cut -d'\"' -f4)",
                ["SECRET"] = "$(grep -oh 'whsec_[^\"]*' out.*)",
            },
            new Dictionary<string, string>
            {
                ["http://localhost:5100"] = platform.Origin.GetLeftPart(UriPartial.Authority),
                ["8099"] = $"{FreePort.Next()}",
            },
            last: "good");

        string[] promised =
        [
            "eyJ", "\"WAT\"", "201 Created", "ETag: \"1\"", "\"status\":\"submitted\"", "\"next\"", "200 OK", "\"withdrawn\"",
            "5 fields break a rule.", "Link:", "{\"items\":[{\"code\":\"", "RateLimit-Policy: \"client\"", "whsec_", "good", "webhook.test",
            "csharp 201 submitted", "python 201 submitted", "typescript 201 submitted",
        ];
        var missing = promised.Where(text => !answers.Any(answer => answer.Contains(text, StringComparison.Ordinal)));
        Assert.True(!missing.Any(), $"Nobody answered {string.Join(", ", missing)}:\n{string.Join("\n---\n", answers)}");
    }

    [GeneratedRegex(@"sandbox +(?<id>\S+) / (?<secret>\S+)\s+acts for .*(?<hromada>UA\d{17})", RegexOptions.None, 1000)]
    private static partial Regex Sandbox();
}
