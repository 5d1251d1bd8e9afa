using Npgsql;

namespace Kommunebro.Testing;

/// <summary>
/// A database that is migrated once per test process and then copied for each test class, which takes a tenth of a
/// second. Keep it in a static field.
/// </summary>
/// <param name="name">What it is for: the start of its name and of its copies' names.</param>
/// <param name="migrateAsync">Brings the database behind the connection string to the newest schema.</param>
public sealed class TemplateDatabase(string name, Func<string, Task> migrateAsync)
{
    private readonly Lazy<Task<TestDatabase>> _template = new(() => MakeAsync(name, migrateAsync));

    /// <summary>Makes a copy.</summary>
    public async Task<TestDatabase> CloneAsync(CancellationToken cancellation = default) =>
        await TestDatabase.CreateAsync(name, (await _template.Value).Name, cancellation);

    private static async Task<TestDatabase> MakeAsync(string name, Func<string, Task> migrateAsync)
    {
        var made = await PostgresServer.CreateDatabaseAsync($"{name}_template");
        // PostgreSQL copies no database that somebody is connected to: no pool may keep a connection.
        var unpooled = new NpgsqlConnectionStringBuilder(made.ConnectionString) { Pooling = false };
        await migrateAsync(unpooled.ConnectionString);
        return made;
    }
}
