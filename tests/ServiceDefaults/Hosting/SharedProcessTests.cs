using System.Net;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Kommunebro.Tests.ServiceDefaults.Hosting;

public sealed class SharedProcessTests
{
    [Fact]
    public async Task Hosts_in_one_process_have_settings_of_their_own_and_stop_alone()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Sample:Listen:Http"] = "http://[::1]:0",
            ["Other:Services:Deadline"] = "00:00:07",
        };
        await using var other = await RunningHost.StartAsync(settings, section: "Other");
        await using (var sample = await RunningHost.StartAsync(settings))
        {
            Assert.StartsWith("http://[::1]:", sample.Addresses.Http, StringComparison.Ordinal);
            Assert.StartsWith("http://127.0.0.1:", other.Addresses.Http, StringComparison.Ordinal);
            Assert.Null(sample.App.Services.GetRequiredService<ServiceIdentity>().Settings["Services:Deadline"]);
            Assert.Equal("00:00:07", other.App.Services.GetRequiredService<ServiceIdentity>().Settings["Services:Deadline"]);
        }

        using var answer = await other.Http.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_host_that_shares_its_process_leaves_signals_and_telemetry_to_the_composing_program()
    {
        await using var shared = SampleHost.Build("Sample", RunningHost.Options(null));
        await using var alone = SampleHost.Build("Sample", new ServiceHostOptions([]));

        Assert.IsNotType<ConsoleLifetime>(shared.Services.GetRequiredService<IHostLifetime>());
        Assert.Null(shared.Services.GetService<TracerProvider>());
        Assert.Null(shared.Services.GetService<MeterProvider>());
        Assert.IsType<ConsoleLifetime>(alone.Services.GetRequiredService<IHostLifetime>());
        Assert.NotNull(alone.Services.GetService<TracerProvider>());
        Assert.NotNull(alone.Services.GetService<MeterProvider>());
    }

    [Fact]
    public void A_program_without_defaults_is_told()
    {
        var refusal = Assert.Throws<SettingException>(() => ServiceHost.CreateBuilder("Sample", typeof(Assert).Assembly, new ServiceHostOptions([])));

        Assert.Contains("embeds no defaults.json", refusal.Message, StringComparison.Ordinal);
    }
}
