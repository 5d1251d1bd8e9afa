using Kommunebro.Registry.Data;
using Kommunebro.Registry.Territory;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Tests.Registry.Imports;

/// <summary>The service's program with a migrated database of its own.</summary>
internal sealed class ImportCommand : IAsyncDisposable
{
    private const string Program = "Kommunebro.Registry";

    private readonly TestDatabase _database;
    private readonly RabbitMqVirtualHost _broker;
    private readonly Dictionary<string, string?> _settings;

    private ImportCommand(TestDatabase database, RabbitMqVirtualHost broker, TestIssuer issuer)
    {
        (_database, _broker) = (database, broker);
        _settings = new Dictionary<string, string?>
        {
            ["Registry__Access__Issuer"] = issuer.Issuer.ToString(),
            ["Registry__Access__ClientSecret"] = "test",
            ["Registry__Services__Identity"] = issuer.Address.ToString(),
            ["Registry__Database"] = database.ConnectionString,
            ["Registry__Messaging__Broker"] = broker.Uri.ToString(),
        };
    }

    public static async Task<ImportCommand> OpenAsync()
    {
        var command = new ImportCommand(
            await PostgresServer.CreateDatabaseAsync("registry_import"), await RabbitMqServer.CreateVirtualHostAsync("registry-import"), await TestIssuer.GetAsync());
        var migrated = await ServiceProcess.RunAsync(Program, ["migrate"], command._settings);
        Assert.True(migrated.Succeeded, migrated.Output + migrated.Error);
        return command;
    }

    public async Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        var done = await ServiceProcess.RunAsync(Program, ["import", .. args], _settings);
        return (done.ExitCode, done.Output + done.Error);
    }

    public Task<long> ScalarAsync(string query) => _database.ScalarAsync<long>(query);

    public Task<long> CountAsync(string table) => _database.ScalarAsync<long>($"select count(*) from {table}");

    public async Task<TerritoryMap> MapAsync()
    {
        await using var db = new RegistryDb(new DbContextOptionsBuilder<RegistryDb>().UseNpgsql(_database.ConnectionString).UseSnakeCaseNamingConvention().Options);
        return new TerritoryMap(await db.TerritoryPeriods.AsNoTracking().ToListAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _database.DisposeAsync();
    }
}
