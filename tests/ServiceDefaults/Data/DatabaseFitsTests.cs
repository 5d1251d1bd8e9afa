using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Npgsql;

namespace Kommunebro.Tests.ServiceDefaults.Data;

public sealed class DatabaseFitsTests
{
    [Fact]
    public async Task A_host_does_not_start_on_a_database_that_lacks_migrations()
    {
        await using var empty = await PostgresServer.CreateDatabaseAsync("fits");

        var refusal = await StartRefusedAsync(empty.ConnectionString);

        Assert.Equal("The database lacks 2 migration(s). Run this program with 'migrate' first.", refusal.Message);
    }

    [Fact]
    public async Task Neither_serving_nor_migrating_touches_a_database_that_is_newer()
    {
        await using var database = await SampleDatabase.Migrated.CloneAsync();
        await database.ScalarAsync<object>("insert into __migrations values ('20990101000000_Later', '99.0.0')");

        var serving = await StartRefusedAsync(database.ConnectionString);
        var migrating = await Assert.ThrowsAsync<SettingException>(() => SampleDatabase.MigrateAsync(database.ConnectionString, TextWriter.Null));

        Assert.StartsWith("The database is newer than this program: it has the migration 20990101000000_Later.", serving.Message, StringComparison.Ordinal);
        Assert.Equal(serving.Message, migrating.Message);
    }

    [Fact]
    public async Task Migrating_may_be_repeated_and_then_the_host_starts()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync("fits");
        var output = new StringWriter();
        await SampleDatabase.MigrateAsync(database.ConnectionString, output);
        await SampleDatabase.MigrateAsync(database.ConnectionString, output);

        await using var host = await RunningHost.StartAsync(SampleDatabase.Settings(database.ConnectionString));

        Assert.Equal("migrate: database tables\nmigrate: database tables\n", output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Migrating_makes_a_database_that_does_not_exist()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync("fits");
        await database.DisposeAsync();
        Assert.StartsWith("The database lacks 2 migration(s).", (await StartRefusedAsync(database.ConnectionString)).Message, StringComparison.Ordinal);

        await SampleDatabase.MigrateAsync(database.ConnectionString, TextWriter.Null);

        Assert.Equal(2L, await database.ScalarAsync<long>("select count(*) from __migrations"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Hosst=127.0.0.1")]
    public async Task A_connection_string_that_is_none_is_told(string connectionString)
    {
        var refusal = await StartRefusedAsync(connectionString);

        Assert.StartsWith("Sample:Database is no connection string for PostgreSQL:", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1", 20)]
    [InlineData("Host=127.0.0.1;Maximum Pool Size=7", 7)]
    [InlineData("Host=127.0.0.1;MaxPoolSize=100", 100)]
    public async Task A_pool_has_twenty_connections_unless_the_setting_says_otherwise(string connectionString, int size)
    {
        await using var app = SampleHost.Build("Sample", RunningHost.Options(SampleDatabase.Settings(connectionString)));
        var source = (NpgsqlDataSource)app.Services.GetService(typeof(NpgsqlDataSource))!;

        Assert.Equal(size, new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize);
    }

    private static Task<SettingException> StartRefusedAsync(string connectionString) =>
        Assert.ThrowsAsync<SettingException>(() => RunningHost.StartAsync(SampleDatabase.Settings(connectionString)));
}
