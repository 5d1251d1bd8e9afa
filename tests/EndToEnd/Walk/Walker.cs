using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>Tries every call as everybody, and stops at the first answer that is not what the tables say.</summary>
internal sealed class Walker(WalkPlatform platform, Verdict verdict) : IDisposable
{
    private readonly HttpClient _gateway = new() { BaseAddress = platform.Origin };
    private readonly Dictionary<string, HttpClient> _inside = [];
    private readonly GrpcFaces _grpc = new(platform.GrpcOf);

    /// <summary>REST through the gateway, as everybody.</summary>
    public Task RestAsync(IEnumerable<Row> rows) =>
        WalkAsync(rows, platform.Askers, (row, asker, ids) => SendAsync(_gateway, row, asker, ids));

    /// <summary>REST at the services themselves: each validates tokens again.</summary>
    public Task InsideAsync(IEnumerable<Row> rows) => WalkAsync(
        rows,
        platform.Askers.Where(asker => asker.Kind == CallerKind.Nobody),
        (row, asker, ids) => SendAsync(Inside(RegisteredEndpoints.Rest.First(known => known.Call == row.Call).Section), row, asker, ids));

    /// <summary>gRPC, as everybody.</summary>
    public Task GrpcAsync(IEnumerable<Row> rows) => WalkAsync(rows, platform.Askers, (row, asker, ids) =>
    {
        var body = Requests.Body(row, asker).ToJsonString()
            .Replace("$id", ids.ElementAtOrDefault(0), StringComparison.Ordinal).Replace("$second", ids.ElementAtOrDefault(1), StringComparison.Ordinal);
        return _grpc.CallAsync(row, JsonNode.Parse(body)!.AsObject(), asker.Token);
    });

    public void Dispose()
    {
        _gateway.Dispose();
        _grpc.Dispose();
        foreach (var http in _inside.Values)
            http.Dispose();
    }

    private async Task WalkAsync(IEnumerable<Row> rows, IEnumerable<Asker> askers, Func<Row, Asker, IReadOnlyList<string>, Task<Answer>> call)
    {
        foreach (var row in rows)
            foreach (var asker in askers)
            {
                var ids = row.Of is null ? [] : platform.Seed.Things[row.Of];
                var answer = await call(row, asker, ids);
                verdict.Of(row, asker, ids, answer);
                if (row.DueFor(asker) == Due.Hidden && row.Of is not null)
                    Verdict.Alike(row, asker, answer, await call(row, asker, Requests.Unknown(ids)));
            }
    }

    private static async Task<Answer> SendAsync(HttpClient http, Row row, Asker asker, IReadOnlyList<string> ids)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Verb), $"api/v1/{Requests.Address(row, ids)}");
        if (row.Verb is "POST" or "PUT")
            request.Content = JsonContent.Create(Requests.Body(row, asker));
        if (row.Verb != "GET")
            request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"0\""));
        if (asker.Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", asker.Token);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(
            answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType == "application/problem+json",
            $"{row} as {asker}: {(int)answer.StatusCode} without problem details. {text}");
        return Answer.Of(answer.StatusCode, text);
    }

    private HttpClient Inside(string section)
    {
        if (_inside.TryGetValue(section, out var known))
            return known;
        var address = ServiceAddress.Parse(section, platform.HttpOf(section));
        return _inside[section] = new HttpClient(address.CreateHandler()) { BaseAddress = address.Uri };
    }
}
