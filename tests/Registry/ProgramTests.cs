using Kommunebro.Contracts;

namespace Kommunebro.Tests.Registry;

/// <summary>The service as an operator runs it: a process of its own, PostgreSQL and RabbitMQ.</summary>
public sealed class ProgramTests
{
    private const string Program = "Kommunebro.Registry";
    private const string AreaChanged = "registry.area-changed.v1";

    [Fact]
    public async Task It_refuses_an_empty_database_migrates_it_as_often_as_wanted_and_serves_neighbours_that_never_ran()
    {
        await using var broker = await RabbitMqServer.CreateVirtualHostAsync("registry");
        await using var database = await PostgresServer.CreateDatabaseAsync("registry_program");
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var issuer = await TestIssuer.GetAsync();
        var settings = Settings(database, broker.Uri, address, issuer);

        var tooEarly = await ServiceProcess.RunAsync(Program, [], settings);
        Assert.Equal(2, tooEarly.ExitCode);
        Assert.Contains("'migrate' first", tooEarly.Error, StringComparison.Ordinal);
        for (var i = 0; i < 2; i++)
        {
            var migrated = await ServiceProcess.RunAsync(Program, ["migrate"], settings);
            Assert.True(migrated.Succeeded, migrated.Output + migrated.Error);
            Assert.Equal(48, await database.ScalarAsync<long>("select count(*) from areas where version = 1"));
            Assert.Equal(48, await database.ScalarAsync<long>($"select count(*) from outbox where name = '{AreaChanged}'"));
        }

        await using var service = await ServiceProcess.StartAsync(Program, address, settings);
        using var http = BearerToken.ClientOf(address.ToString(), issuer.Staff(StaffRole.Viewer));
        var areas = await http.GetStringAsync(new Uri("api/v1/areas", UriKind.Relative));
        Assert.Contains("Водопостачання", areas, StringComparison.Ordinal);
        await WaitAsync(async () => await database.ScalarAsync<long>("select count(*) from outbox") == 0);
        Assert.Equal(48u, await broker.CountAsync($"needs-intake.{AreaChanged}"));
        Assert.Equal(48u, await broker.CountAsync($"matching.{AreaChanged}"));

        await service.StopAsync();
        Assert.Equal(0, service.ExitCode);
    }

    private static async Task WaitAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; !await holds(); i++)
        {
            Assert.True(i < 300, "It takes too long.");
            await Task.Delay(100);
        }
    }

    private static Dictionary<string, string?> Settings(TestDatabase database, Uri broker, Uri address, TestIssuer issuer) => new()
    {
        ["Registry__Access__Issuer"] = issuer.Issuer.ToString(),
        ["Registry__Access__ClientSecret"] = "test",
        ["Registry__Services__Identity"] = issuer.Address.ToString(),
        ["Registry__Database"] = database.ConnectionString,
        ["Registry__Listen__Http"] = address.ToString(),
        ["Registry__Listen__Grpc"] = $"http://127.0.0.1:{FreePort.Next()}",
        ["Registry__Messaging__Broker"] = broker.ToString(),
    };
}
