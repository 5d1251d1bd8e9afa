using System.Net;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kommunebro.Tests.ServiceDefaults.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task A_host_is_live_and_ready()
    {
        await using var host = await RunningHost.StartAsync();

        Assert.Equal((HttpStatusCode.OK, """{"status":"healthy","checks":{}}"""), await GetAsync(host, "live"));
        Assert.Equal((HttpStatusCode.OK, """{"status":"healthy","checks":{}}"""), await GetAsync(host, "ready"));
    }

    [Fact]
    public async Task A_host_is_ready_only_while_its_database_answers_but_lives_on()
    {
        var database = await PostgresServer.CreateDatabaseAsync("health");
        var settings = new Dictionary<string, string?> { ["Sample:Database"] = database.ConnectionString };
        await using (var migrating = SampleHost.Build("Sample", RunningHost.Options(settings)))
            await ServiceCommands.MigrateAsync(migrating.Services, TextWriter.Null, CancellationToken.None);
        await using var host = await RunningHost.StartAsync(settings);
        Assert.Equal((HttpStatusCode.OK, """{"status":"healthy","checks":{"database":{"status":"healthy","detail":null}}}"""), await GetAsync(host, "ready"));

        await database.DisposeAsync();

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, """{"status":"unhealthy","checks":{"database":{"status":"unhealthy","detail":"the database does not answer"}}}"""),
            await GetAsync(host, "ready"));
        Assert.Equal((HttpStatusCode.OK, """{"status":"healthy","checks":{}}"""), await GetAsync(host, "live"));
    }

    [Fact]
    public async Task What_a_check_throws_is_not_told()
    {
        await using var host = await RunningHost.StartAsync(services: services =>
            services.AddHealthChecks().AddCheck("broken", () => throw new InvalidOperationException("10.0.0.7 is away")).AddCheck("slow", () => HealthCheckResult.Degraded("slow today")));

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable,
             """{"status":"unhealthy","checks":{"broken":{"status":"unhealthy","detail":null},"slow":{"status":"degraded","detail":"slow today"}}}"""),
            await GetAsync(host, "ready"));
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(RunningHost host, string name)
    {
        using var answer = await host.Http.GetAsync($"/health/{name}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
