using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kommunebro.Tests.ServiceDefaults.Sample;

/// <summary>A service as the real ones are written, with a database and another service to ask if the settings name them.</summary>
internal static class SampleHost
{
    private static readonly OpenToAll Open = new("Who may do what is tested elsewhere.");

    public static WebApplication Build(string section, ServiceHostOptions options)
    {
        var builder = ServiceHost.CreateBuilder(section, typeof(SampleHost).Assembly, options);
        if (builder.Configuration[$"{section}:Database"] is not null)
        {
            builder.AddDatabase<SampleDb>();
            builder.Services.AddTransient<IServiceCommand, CountCommand>();
        }

        if (builder.Configuration[$"{section}:Services:Echo"] is not null)
        {
            builder.AddGrpcClientTo<Echo.EchoClient>("Echo");
            builder.AddGrpcClientTo<Vault.VaultClient>("Echo");
        }

        if (builder.Configuration[$"{section}:FailInBackground"] is not null)
            builder.Services.AddHostedService<FailingWork>();
        builder.Services.AddTransient<IServiceCommand, GreetCommand>();
        builder.AddAccess([new AccessPolicy("things.read", ["reader", "keeper"]), new AccessPolicy("things.write", ["keeper"])]);
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapGroup("").WithMetadata(Open).MapSamples();
        app.MapGroup("").WithMetadata(Open).MapParts();
        app.MapGroup("").WithMetadata(Open).MapEnding();
        app.MapGrpcService<EchoService>().WithMetadata(Open);
        app.MapAccess();
        app.MapGrpcService<VaultService>();
        return app;
    }

    private sealed class GreetCommand : IServiceCommand
    {
        public string Name => "greet";

        public string Help => "NAME   say hello";

        public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
        {
            await output.WriteLineAsync($"Hello, {string.Join(' ', args)}.");
            return args.Length == 0 ? 2 : 0;
        }
    }

    private sealed class CountCommand(SampleDb db) : IServiceCommand
    {
        public string Name => "count";

        public string Help => "  count the notes";

        public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
        {
            await output.WriteLineAsync($"{await db.Set<Note>().CountAsync(cancellationToken)} notes");
            return 0;
        }
    }

    private sealed class FailingWork : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Delay(100, stoppingToken);
            throw new InvalidOperationException("failed in the background");
        }
    }
}
