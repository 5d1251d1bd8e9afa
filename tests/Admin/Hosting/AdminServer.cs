using Kommunebro.Admin;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.Admin.Backends;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Admin.Hosting;

/// <summary>What a test wants to be different.</summary>
public sealed record AdminServerOptions
{
    /// <summary>False: nobody listens where the services should be.</summary>
    public bool BackendsRun { get; init; } = true;

    /// <summary>Settings that win.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Services that win.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}

/// <summary>The real host on a real port with a real database of its own; the services are peers at their contracts.</summary>
public sealed class AdminServer : IAsyncDisposable
{
    private static readonly TemplateDatabase Template = new("admin", MigrateAsync);

    private readonly WebApplication _app;
    private readonly BackendServer? _backends;

    private AdminServer(WebApplication app, BackendServer? backends, TestDatabase database)
    {
        _app = app;
        _backends = backends;
        Database = database;
        Address = new Uri(ListenAddresses.Of(app).Http);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    public TestDatabase Database { get; }

    public Heard Heard => _backends!.Heard;

    public MatchingBackend Matching => _backends!.Matching;

    public IServiceProvider Services => _app.Services;

    public static async Task<AdminServer> StartAsync(AdminServerOptions? options = null)
    {
        options ??= new AdminServerOptions();
        var database = await Template.CloneAsync();
        var port = FreePort.Next();
        var backends = options.BackendsRun ? await BackendServer.StartAsync(port) : null;
        var app = await BuildAsync(database.ConnectionString, port, options);
        await app.StartAsync();
        return new AdminServer(app, backends, database);
    }

    /// <summary>Somebody with a browser of its own that runs no script.</summary>
    public Visitor Visitor(string language = "en") => new(Address, language);

    /// <summary>Somebody who has signed in.</summary>
    public async Task<Visitor> StaffAsync(params string[] roles)
    {
        var visitor = Visitor();
        await visitor.SignInAsync(roles);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        if (_backends is not null)
            await _backends.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static async Task<WebApplication> BuildAsync(string database, int backends, AdminServerOptions options)
    {
        var issuer = await TestIssuer.GetAsync();
        var settings = issuer.SettingsFor("Admin");
        settings["Admin:Listen:Http"] = $"http://127.0.0.1:{FreePort.Next()}";
        settings["Admin:Database"] = database;
        foreach (var service in (string[])["Registry", "Needs", "Matching", "Notification", "IdentityGrpc"])
            settings[$"Admin:Services:{service}"] = $"http://127.0.0.1:{backends}";
        foreach (var (key, value) in options.Settings)
            settings[key] = value;
        return AdminHost.Build(new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = configuration => configuration.AddInMemoryCollection(settings),
            ConfigureServices = services =>
            {
                services.AddSingleton<IStartupFilter>(new TestSignIn(issuer));
                options.Services?.Invoke(services);
            },
        });
    }

    private static async Task MigrateAsync(string database)
    {
        await using var app = await BuildAsync(database, 1, new AdminServerOptions());
        await ServiceCommands.MigrateAsync(app.Services, TextWriter.Null, CancellationToken.None);
    }
}
