using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Identity.Clients;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>The running platform with the seed, and everybody who asks.</summary>
public sealed class WalkPlatform : IAsyncLifetime
{
    private readonly string _data = TemporaryFolder.Create("walk");
    private OneProcess _platform = null!;

    internal Uri Origin => _platform.Origin;

    internal Seed Seed { get; private set; } = null!;

    internal IReadOnlyList<Asker> Askers { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _platform = await OneProcess.StartAsync(_data, NoQuotas.Settings);
        Seed = new Seed(_platform);
        await Seed.PlantAsync();
        Askers = [.. Nobodies(), .. Staff(), .. await PartnersAsync(), .. await ServicesAsync()];
    }

    public async ValueTask DisposeAsync()
    {
        Seed?.Dispose();
        if (_platform is not null)
            await _platform.DisposeAsync();
    }

    /// <summary>Everybody with an account, signed in to the admin client.</summary>
    internal async Task<IReadOnlyList<(Asker Asker, StaffBrowser Browser)>> BrowsersAsync()
    {
        var password = $"{Secrets()["Password"]}";
        return
        [
            (new Asker("ks", CallerKind.Staff, null), await StaffBrowser.SignInAsync(Origin, "ks@example.org", password)),
            (new Asker("auc", CallerKind.Staff, null), await StaffBrowser.SignInAsync(Origin, "auc@example.org", password)),
            (new Asker("administrator", CallerKind.Staff, null), await StaffBrowser.SignInAsync(Origin, "administrator@example.org", password)),
            (new Asker("viewer", CallerKind.Staff, null), await StaffBrowser.SignInAsync(Origin, Marks.AccountEmail, Seed.ViewersPassword)),
        ];
    }

    /// <summary>A host's inner address, as settings write it.</summary>
    internal string HttpOf(string section) => SocketOf(section, "http");

    /// <inheritdoc cref="HttpOf" />
    internal string GrpcOf(string section) => SocketOf(section, "grpc");

    private string SocketOf(string section, string face) => $"unix:{Path.Combine(_data, $"{section.ToLowerInvariant()}.{face}.sock")}";

    private IEnumerable<Asker> Nobodies() =>
    [
        new Asker("nobody", CallerKind.Nobody, null),
        new Asker("with nonsense", CallerKind.Nobody, "nonsense"),
        .. new ForgedTokens(_platform.Tokens, Origin).All().Select(forged => new Asker(forged.Fault, CallerKind.Nobody, forged.Token)),
    ];

    private IEnumerable<Asker> Staff() =>
    [
        new Asker("ks", CallerKind.Staff, _platform.Tokens.Of(StaffRole.KsCoordinator)),
        new Asker("auc", CallerKind.Staff, _platform.Tokens.Of(StaffRole.AucCoordinator)),
        new Asker("administrator", CallerKind.Staff, _platform.Tokens.Of(StaffRole.Administrator)),
        new Asker("viewer", CallerKind.Staff, _platform.Tokens.Of(StaffRole.Viewer)),
        new Asker(Asker.WithoutRole, CallerKind.Staff, _platform.Tokens.Of()),
        new Asker(Asker.WithoutRole, CallerKind.Staff, _platform.Tokens.Of("owner")),
    ];

    private async Task<IEnumerable<Asker>> PartnersAsync()
    {
        var partners = new List<Asker>();
        foreach (var (name, (organisation, scopes)) in Organisations.Clients)
            partners.Add(new Asker(name, CallerKind.Partner, await Seed.Organisations.TokenAsync(name), organisation, scopes));
        return partners;
    }

    private async Task<IEnumerable<Asker>> ServicesAsync()
    {
        var services = new List<Asker>();
        foreach (var service in ServiceClient.All)
        {
            var secret = $"{Secrets()["ServiceClients"]![service.Id]}";
            Seed.Secrets.Add(secret);
            services.Add(new Asker(service.Id, CallerKind.Service, await Door.TokenOfClientAsync(Origin, service.Id, secret)));
        }

        return services;
    }

    private JsonNode Secrets() => JsonNode.Parse(File.ReadAllText(Path.Combine(_data, "secrets.json")))!;
}
