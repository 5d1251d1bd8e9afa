using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kommunebro.Tests.EndToEnd.Fire;

/// <summary>A client as the API asks for: it repeats what broke off with the same Idempotency-Key until somebody says yes.</summary>
/// <param name="origin">The gateway.</param>
/// <param name="token">Gives the token of now; the caller stays the same.</param>
/// <param name="complaints">What the services complained about, told when one gives an answer that must not be.</param>
internal sealed class StubbornClient(Uri origin, Func<Task<string>> token, Func<string> complaints) : IDisposable
{
    private static readonly TimeSpan BeforeNextTry = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _http = new()
    {
        BaseAddress = origin,
        Timeout = TimeSpan.FromSeconds(30),
    };

    private int _repeated;

    /// <summary>How often it had to say it again.</summary>
    public int Repeated => _repeated;

    /// <summary>How long each post took until it was taken, its repetitions included.</summary>
    public ConcurrentBag<TimeSpan> Waits { get; } = [];

    /// <summary>Posts until it is taken.</summary>
    /// <param name="path">Below /api/v1.</param>
    /// <param name="key">The same for all tries.</param>
    /// <param name="body">The same for all tries.</param>
    /// <param name="seen">The version that a step needs.</param>
    public async Task<JsonObject> PostAsync(string path, string key, JsonObject body, long? seen = null)
    {
        var waited = Stopwatch.StartNew();
        var taken = await InsistAsync(() => TryAsync(HttpMethod.Post, path, key, body, seen));
        Waits.Add(waited.Elapsed);
        return taken;
    }

    /// <summary>Reads until it is answered.</summary>
    public Task<JsonObject> GetAsync(string path) => InsistAsync(() => TryAsync(HttpMethod.Get, path, null, null, null));

    /// <summary>
    /// Puts until it is taken. When a repetition is told of another version, the first try may have been taken: what stands decides.
    /// </summary>
    public async Task<JsonObject> PutAsync(string path, JsonObject body, long seen, Func<JsonObject, bool> isAsSaid)
    {
        var tries = 0;
        return await InsistAsync(async () =>
        {
            try
            {
                return await TryAsync(HttpMethod.Put, path, null, body, seen);
            }
            catch (InvalidOperationException) when (tries > 0)
            {
                var stands = await GetAsync(path);
                if (!isAsSaid(stands))
                    throw;
                return stands;
            }
            finally
            {
                tries++;
            }
        });
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonObject> InsistAsync(Func<Task<JsonObject?>> once)
    {
        while (true)
        {
            if (await once() is { } taken)
                return taken;
            Interlocked.Increment(ref _repeated);
            await Task.Delay(BeforeNextTry);
        }
    }

    private async Task<JsonObject?> TryAsync(HttpMethod method, string path, string? key, JsonObject? body, long? seen)
    {
        try
        {
            using var request = new HttpRequestMessage(method, $"api/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token());
            if (key is not null)
                request.Headers.Add("Idempotency-Key", key);
            if (seen is not null)
                request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
            using var answer = await _http.SendAsync(request);
            var said = await answer.Content.ReadFromJsonAsync<JsonObject>();
            if (answer.IsSuccessStatusCode)
                return said;
            if (IsForNow(answer.StatusCode, (string?)said!["code"]))
                return null;
            throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {said.ToJsonString()}\n{complaints()}");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            // Nobody knows whether it happened.
            return null;
        }
    }

    /// <summary>Whoever should answer is away, or the first try is still under way. Anything else is an answer for good.</summary>
    private static bool IsForNow(HttpStatusCode status, string? code) =>
        status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        || (status is HttpStatusCode.Conflict && code == "request_in_progress");
}
