using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Identity.Clients;
using Kommunebro.Identity.Organisations;
using Kommunebro.Tests.Identity.Hosting;
using Kommunebro.Tests.Identity.OutsideIssuers;

namespace Kommunebro.Tests.Identity.Maskinporten;

/// <summary>An identity that takes tokens of a stand-in for Maskinporten, and a municipality that has some.</summary>
public sealed class MaskinportenFixture : IAsyncLifetime
{
    public const string Number = "864970482";
    public const string ReadScope = "ks:kommunebro/needs.read";
    public const string WriteScope = "ks:kommunebro/offers.write";

    public StandInIssuer Maskinporten { get; private set; } = null!;

    public IdentityServer Server { get; private set; } = null!;

    public Guid Organisation { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Maskinporten = await StandInIssuer.StartAsync();
        Server = await IdentityServer.StartAsync(more: Settings());
        await Server.UseAsync((ApplyServiceClients apply) => apply.ApplyAsync(CancellationToken.None));
        Organisation = await AddAsync(Number);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Maskinporten.DisposeAsync();
    }

    public Dictionary<string, string?> Settings() => new()
    {
        ["Identity:OutsideIssuers:Maskinporten:Issuer"] = Maskinporten.Name,
        [$"Identity:OutsideIssuers:Maskinporten:Scopes:{AccessPolicies.NeedsRead}"] = ReadScope,
        [$"Identity:OutsideIssuers:Maskinporten:Scopes:{AccessPolicies.OffersWrite}"] = WriteScope,
    };

    public async Task<Guid> AddAsync(string number) => (await Server.UseAsync((CreateOrganisation create) => create.RunAsync(
        new OrganisationRequest("Lillevik kommune", number, ["0301"]), CancellationToken.None))).Id;

    /// <summary>A token as Maskinporten writes it, for the municipality and all its scopes.</summary>
    public string Token(Action<JsonObject>? change = null) => Maskinporten.Keys.Assert(
        Maskinporten.Name, IdentityServer.Issuer, Server.Clock.GetUtcNow(), type: null, claims =>
        {
            claims.Remove("sub");
            claims["client_id"] = "5b6d1b5f-0000-4000-8000-000000000001";
            claims["scope"] = $"{ReadScope} {WriteScope}";
            claims["consumer"] = Consumer($"0192:{Number}");
            change?.Invoke(claims);
        });

    public static JsonObject Consumer(string id, string authority = "iso6523-actorid-upis") => new() { ["authority"] = authority, ["ID"] = id };

    /// <summary>A partner's system shows the token.</summary>
    public Task<Answer> ExchangeAsync(string token, string? scope = null) => Server.TokenAsync(
        ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("client_id", "maskinporten"), ("assertion", token), ("scope", scope));
}
