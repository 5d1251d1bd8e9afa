using System.Globalization;
using System.Text.Json.Nodes;

namespace Kommunebro.Local.Sample;

/// <summary>
/// Brings the example in through the API, as a partner's system would. Each request carries an idempotency key of its
/// own, so that a load that was interrupted goes on at the next start and brings nothing in twice.
/// </summary>
internal sealed class SampleLoader(HttpClient http, DataFolder data, Action<string> tell)
{
    private static readonly ParallelOptions AtATime = new() { MaxDegreeOfParallelism = 4 };

    private readonly SampleRequests _requests = new(http);

    /// <summary>Loads what is not in yet, and returns when matching knows it.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var state = SampleState.Read(data);
        if (state.Loaded)
            return;
        state.Write(data);
        tell("Loading the example: municipalities");
        await ForEachAsync("municipalities", LoadMunicipalityAsync, cancellationToken);
        tell("Loading the example: contacts");
        await ForEachAsync("contacts", LoadContactAsync, cancellationToken);
        tell("Loading the example: offers and expressions of interest");
        await ForEachAsync("offers", LoadOfferAsync, cancellationToken);
        await ForEachAsync("expressions-of-interest", LoadInterestAsync, cancellationToken);
        tell("Loading the example: needs");
        await ForEachAsync("needs", (need, number, token) => LoadNeedAsync(need, number, state.Day, token), cancellationToken);
        await UntilMatchingKnowsAsync(cancellationToken);
        (state with { Loaded = true }).Write(data);
    }

    private static async Task ForEachAsync(
        string file, Func<JsonObject, int, CancellationToken, Task> load, CancellationToken cancellationToken)
    {
        var items = await SampleFile.ReadAsync(file, cancellationToken);
        await Parallel.ForEachAsync(
            items.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtATime.MaxDegreeOfParallelism, CancellationToken = cancellationToken },
            async (item, token) => await load(item.Item, item.Index, token));
    }

    private Task LoadMunicipalityAsync(JsonObject municipality, int number, CancellationToken cancellationToken) =>
        _requests.PutAsync(new Uri(ServiceRoots.Registry, $"api/v1/municipalities/{municipality["code"]}"), municipality, cancellationToken);

    private Task LoadContactAsync(JsonObject contact, int number, CancellationToken cancellationToken)
    {
        var address = new Uri(ServiceRoots.Registry, $"api/v1/municipalities/{contact["municipality"]}/contacts");
        contact.Remove("municipality");
        return _requests.PostAsync(address, contact, $"sample-contact-{number}", null, cancellationToken);
    }

    private Task LoadOfferAsync(JsonObject offer, int number, CancellationToken cancellationToken) =>
        _requests.PostAsync(new Uri(ServiceRoots.Registry, "api/v1/offers"), offer, $"sample-offer-{number}", null, cancellationToken);

    private Task LoadInterestAsync(JsonObject interest, int number, CancellationToken cancellationToken) =>
        _requests.PostAsync(
            new Uri(ServiceRoots.Registry, "api/v1/expressions-of-interest"), interest, $"sample-interest-{number}", null, cancellationToken);

    private async Task LoadNeedAsync(JsonObject need, int number, DateOnly day, CancellationToken cancellationToken)
    {
        var isVerified = (string?)need["leaveAs"] == "verified";
        if ((int?)need["neededInDays"] is { } days)
            need["neededBy"] = day.AddDays(days).ToString("O", CultureInfo.InvariantCulture);
        var verification = need["verification"]?.AsObject() ?? [];
        verification.TryAdd("method", "document");
        need.Remove("leaveAs");
        need.Remove("neededInDays");
        need.Remove("verification");
        var submitted = await _requests.PostAsync(
            new Uri(ServiceRoots.NeedsIntake, "api/v1/needs"), need, $"sample-need-{number}", null, cancellationToken);
        if (isVerified)
            await _requests.PostAsync(
                new Uri(ServiceRoots.NeedsIntake, $"api/v1/needs/{submitted.Id}/verify"),
                verification,
                $"sample-verify-{number}",
                submitted.ETag,
                cancellationToken);
    }

    /// <summary>Events travel; a plan made before they arrive would look poorer than the example is.</summary>
    private async Task UntilMatchingKnowsAsync(CancellationToken cancellationToken)
    {
        var offers = (await SampleFile.ReadAsync("offers", cancellationToken)).Count;
        var verified = (await SampleFile.ReadAsync("needs", cancellationToken)).Count(need => (string?)need["leaveAs"] == "verified");
        await _requests.UntilAsync(
            new Uri(ServiceRoots.Matching, "api/v1/matching-inputs"),
            inputs => (int?)inputs["suppliers"] >= offers && (int?)inputs["needs"] >= verified,
            cancellationToken);
    }
}
