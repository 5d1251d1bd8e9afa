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
    public static WebApplicationBuilder AddDatabase<TDb>(this WebApplicationBuilder builder)
        where TDb : DbContext
    {
        var identity = ServiceIdentity.Of(builder);
        builder.Services.AddSingleton(_ => DataSourceOf(identity));
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

    private static NpgsqlDataSource DataSourceOf(ServiceIdentity identity)
    {
        try
        {
            var given = new NpgsqlConnectionStringBuilder(identity.Require("Database"));
            // The sum over all replicas and services must stay below the server's limit.
            if (!given.ShouldSerialize("Maximum Pool Size"))
                given.MaxPoolSize = 20;
            return new NpgsqlDataSourceBuilder(given.ConnectionString).Build();
        }
        catch (ArgumentException wrong)
        {
            // The message names the keyword at fault, not the password.
            throw new SettingException($"{identity.Section}:Database is no connection string for PostgreSQL: {wrong.Message}");
        }
    }
}
