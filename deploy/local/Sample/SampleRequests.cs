using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kommunebro.Local.Sample;

/// <summary>What the API answered to a new thing.</summary>
internal sealed record Submitted(Guid Id, EntityTagHeaderValue? ETag);

/// <summary>Requests that are repeated while events between the services are still on their way.</summary>
internal sealed class SampleRequests(HttpClient http)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // The service has not heard yet what another one already knows.
    private static readonly string[] SoonKnown = ["unknown_municipality", "unknown_area", "directory_not_ready", "temporarily_unavailable"];

    public async Task PutAsync(Uri address, JsonObject body, CancellationToken cancellationToken)
    {
        using var answer = await http.PutAsJsonAsync(address, body, cancellationToken);
        // A load that was interrupted has registered it; somebody may have changed it since.
        if (answer.StatusCode != HttpStatusCode.PreconditionRequired)
            await RequireSuccessAsync(answer, address, cancellationToken);
    }

    public async Task<Submitted> PostAsync(
        Uri address, JsonObject body, string key, EntityTagHeaderValue? seen, CancellationToken cancellationToken)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", key);
            if (seen is not null)
                request.Headers.IfMatch.Add(seen);
            using var answer = await http.SendAsync(request, cancellationToken);
            if (!await IsSoonKnownAsync(answer, cancellationToken) || TimeProvider.System.GetUtcNow() > deadline)
            {
                await RequireSuccessAsync(answer, address, cancellationToken);
                var content = await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
                return new Submitted((Guid)content!["id"]!, answer.Headers.ETag);
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    public async Task UntilAsync(Uri address, Func<JsonObject, bool> holds, CancellationToken cancellationToken)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (await http.GetFromJsonAsync<JsonObject>(address, cancellationToken) is not { } answer || !holds(answer))
        {
            if (TimeProvider.System.GetUtcNow() > deadline)
                throw new UserError($"The example did not arrive within {Patience.TotalSeconds} s at {address}. Start again: it goes on from here.");
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static async Task<bool> IsSoonKnownAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode)
            return false;
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        return SoonKnown.Contains((string?)problem?["code"], StringComparer.Ordinal);
    }

    private static async Task RequireSuccessAsync(HttpResponseMessage answer, Uri address, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
            throw new UserError(
                $"{address} refused a part of the example ({(int)answer.StatusCode}): {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
