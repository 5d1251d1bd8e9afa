using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kommunebro.ServiceDefaults;

/// <summary>A service's own PostgreSQL database.</summary>
public static class ServiceDatabase
{
    /// <summary>The table in which migrations note that they ran.</summary>
    public const string HistoryTable = "__migrations";

    /// <summary>
    /// Adds the DbContext on the connection string "X:Database", the readiness check, the migration step, and the
    /// check at the start that program and database fit.
    /// </summary>
    /// <param name="builder">The service's.</param>
    /// <param name="prepared">
    /// How many statements a connection keeps prepared, of those that were used five times; none where statements read all columns as they are,
    /// since those fail once when a migration of the next version adds one.
    /// </param>
    public static WebApplicationBuilder AddDatabase<TDb>(this WebApplicationBuilder builder, int prepared = 0)
        where TDb : DbContext
    {
        var identity = ServiceIdentity.Of(builder);
        builder.Services.AddSingleton(_ => DataSourceOf(identity, prepared));
        builder.Services.AddDbContext<TDb>((services, db) =>
            db.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>(), postgres => postgres.MigrationsHistoryTable(HistoryTable))
                .UseSnakeCaseNamingConvention());
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck<TDb>>("database");
        builder.Services.AddTransient<IMigrationStep, DatabaseMigration<TDb>>();
        builder.Services.AddHostedService<DatabaseFits<TDb>>();
        return builder;
    }

    /// <summary>The options by which migrations are made at design time; they never connect.</summary>
    public static DbContextOptions<TDb> DesignTime<TDb>()
        where TDb : DbContext =>
        new DbContextOptionsBuilder<TDb>()
            .UseNpgsql(postgres => postgres.MigrationsHistoryTable(HistoryTable))
            .UseSnakeCaseNamingConvention()
            .Options;

    private static NpgsqlDataSource DataSourceOf(ServiceIdentity identity, int prepared)
    {
        try
        {
            var given = new NpgsqlConnectionStringBuilder(identity.Require("Database"));
            // The sum over all replicas and services must stay below the server's limit.
            if (!given.ShouldSerialize("Maximum Pool Size"))
                given.MaxPoolSize = 20;
            if (!given.ShouldSerialize("Max Auto Prepare"))
                given.MaxAutoPrepare = prepared;
            return new NpgsqlDataSourceBuilder(given.ConnectionString).Build();
        }
        catch (ArgumentException wrong)
        {
            // The message names the keyword at fault, not the password.
            throw new SettingException($"{identity.Section}:Database is no connection string for PostgreSQL: {wrong.Message}");
        }
    }
}
