using Kommunebro.Messaging;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.ServiceDefaults.Data;

/// <summary>What builder.AddMessaging brings to a service's command line.</summary>
public sealed class MessagingCommandTests
{
    [Fact]
    public async Task A_service_with_messages_prepares_its_outbox_and_shows_its_dead_letters()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync("commands");
        await using var app = Build(database.ConnectionString);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<MessagingDb>().GetService<IRelationalDatabaseCreator>().CreateTablesAsync();

        var output = new StringWriter();
        await ServiceCommands.MigrateAsync(app.Services, output, CancellationToken.None);
        Assert.Equal("migrate: database tables\nmigrate: messages by in-process\n", output.ToString().ReplaceLineEndings("\n"));
        Assert.Equal("in-process", await database.ScalarAsync<string>("select transport from outbox_owner"));

        Assert.Equal((0, "No dead letters."), await RunAsync(app, "dead-letters", "list"));
        Assert.Equal((0, "0 dead letter(s) handled, none left."), await RunAsync(app, "dead-letters", "replay"));
        Assert.Equal(2, (await RunAsync(app, "dead-letters", "replay", "not-an-id")).ExitCode);
        Assert.Equal(2, (await RunAsync(app, "dead-letters")).ExitCode);
        Assert.Equal(0, (await RunAsync(app, "adopt-transport")).ExitCode);
    }

    private static WebApplication Build(string database)
    {
        var builder = ServiceHost.CreateBuilder("Sample", typeof(SampleHost).Assembly, new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = settings => settings.AddInMemoryCollection(
                [new("Sample:Database", database), new("Sample:Messaging:Transport", "in-process")]),
            ConfigureServices = services => services.AddSingleton(new InProcessHub()),
        });
        builder.AddDatabase<MessagingDb>();
        builder.AddMessaging<MessagingDb>("sample", _ => { });
        return builder.Build();
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(WebApplication app, string name, params string[] args)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var command = scope.ServiceProvider.GetServices<IServiceCommand>().Single(command => command.Name == name);
        var output = new StringWriter();
        var exitCode = await command.RunAsync(args, output, CancellationToken.None);
        return (exitCode, output.ToString().Trim());
    }

    internal sealed class MessagingDb(DbContextOptions<MessagingDb> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddMessagingTables();
    }
}
