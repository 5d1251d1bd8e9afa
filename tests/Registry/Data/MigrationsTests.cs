using System.Text.Json.Nodes;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Registry.Data;

/// <summary>What migrations make of what was stored before.</summary>
public sealed class MigrationsTests : IAsyncLifetime
{
    private readonly RegistryServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Of_offers_of_before_those_that_were_available_once_stay_shown_and_drafts_stay_hidden()
    {
        var (available, withdrawn, paused) = (await _server.SubmitOfferAsync(), await _server.SubmitOfferAsync(), await _server.SubmitOfferAsync());
        var (draft, withdrawnDraft) = (await DraftAsync(), await DraftAsync());
        await _server.WithdrawOfferAsync(withdrawn);
        await _server.WithdrawOfferAsync(withdrawnDraft);
        (await _server.SendAsync(HttpMethod.Post, $"offers/{paused.Id}/pause", (JsonNode?)null, paused.Version)).As<OfferView>();

        await MigrateAsync("OfferLife");
        await MigrateAsync(null);

        foreach (var (offer, shown) in new[] { (available, true), (withdrawn, true), (paused, true), (draft, false), (withdrawnDraft, false) })
            Assert.Equal(shown, await _server.Database.ScalarAsync<bool>($"select first_available_at is not null and first_available_at = submitted_at from offers where id = '{offer.Id}'"));
    }

    private async Task<OfferView> DraftAsync() =>
        (await _server.SendAsync(HttpMethod.Post, "offers", Bodies.Offer((await _server.RegisterMunicipalityAsync()).Code).With("draft", "true"))).As<OfferView>();

    private Task<bool> MigrateAsync(string? migration) => _server.InsideAsync(async services =>
    {
        await services.GetRequiredService<RegistryDb>().Database.GetInfrastructure().GetRequiredService<IMigrator>().MigrateAsync(migration);
        return true;
    });
}
