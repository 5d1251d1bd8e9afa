using Kommunebro.Matching;
using Kommunebro.ServiceDefaults;
using Microsoft.Extensions.Configuration;

namespace Kommunebro.Tests.Matching.Runs;

public sealed class RunOptionsTests
{
    [Theory]
    [InlineData("Lease", "00:00:00")]
    [InlineData("Lease", "-00:00:01")]
    [InlineData("Lease", "1.00:00:01")]
    [InlineData("PollInterval", "00:00:00")]
    [InlineData("PollInterval", "30")]
    [InlineData("Units", "0")]
    [InlineData("Units", "-1")]
    [InlineData("Units", "NaN")]
    [InlineData("Units", "3601")]
    [InlineData("MaxUnits", "0")]
    [InlineData("MaxUnits", "100001")]
    public void A_setting_that_no_worker_can_keep_is_refused_at_the_start(string name, string value)
    {
        var refused = Assert.Throws<SettingException>(() => MatchingHost.Build(new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = settings => settings.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Matching:Access:ClientSecret"] = "test",
                ["Matching:Database"] = "Host=127.0.0.1;Database=none",
                ["Matching:Messaging:Transport"] = "in-process",
                [$"Matching:Runs:{name}"] = value,
            }),
        }));
        Assert.Contains($"Matching:Runs:{name}", refused.Message, StringComparison.Ordinal);
    }
}
