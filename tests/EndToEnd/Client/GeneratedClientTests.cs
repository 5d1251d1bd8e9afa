using Kommunebro.Contracts;
using Kommunebro.Testing;
using Kommunebro.Tests.EndToEnd.Walk;

namespace Kommunebro.Tests.EndToEnd.Client;

/// <summary>The description is good enough to work with: a client made of it does the main job against the running platform.</summary>
public sealed class GeneratedClientTests
{
    [Fact]
    public async Task A_partner_walks_the_journey_with_a_client_that_was_generated()
    {
        await using var platform = await OneProcess.StartAsync(TemporaryFolder.Create("client"));
        using var journey = new Journey(platform);
        await journey.RegisterBothSidesAsync();
        await journey.OfferAsync();
        using var organisations = new Organisations(platform);
        await organisations.MakeAsync();
        using var open = new HttpClient { BaseAddress = platform.Origin };
        var client = await GeneratedClient.CompileAsync(
            await open.GetStringAsync(new Uri("openapi/v1.json", UriKind.Relative)),
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Client", "partner", "PartnerProgram.cs")));

        using var town = BearerToken.ClientOf(platform.Origin.ToString(), await organisations.TokenAsync("owner"));
        using var supplier = BearerToken.ClientOf(platform.Origin.ToString(), await organisations.TokenAsync("supplier"));
        using var ks = BearerToken.ClientOf(platform.Origin.ToString(), platform.Tokens.Of(StaffRole.KsCoordinator));
        using var auc = BearerToken.ClientOf(platform.Origin.ToString(), platform.Tokens.Of(StaffRole.AucCoordinator));
        var run = client.GetType("PartnerProgram", throwOnError: true)!.GetMethod("RunAsync")!;
        var story = await (Task<IReadOnlyList<string>>)run.Invoke(null, [town, supplier, ks, auc])!;

        Assert.Equal(
            [
                "Submitted Partners once", "400 invalid_fields", "412 version_mismatch", "404 need_not_found", "Verified 30", "found",
                "Proposed, 8 reasons", "404 unknown_proposal", "With_supplier", "With_hromada", "Accepted", "First_talk 4223",
            ],
            story);
    }
}
