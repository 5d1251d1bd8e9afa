using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Grpc.Core;
using Grpc.Net.Client;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Notification.V1;
using Kommunebro.Testing;
using NotificationClient = Kommunebro.Contracts.Notification.V1.Notification.NotificationClient;

namespace Kommunebro.Tests.Notification.Hosting;

// What people and systems ask of notification.
public sealed partial class NotificationServer
{
    private GrpcChannel? _channel;

    /// <summary>Notification's gRPC face.</summary>
    public NotificationClient Grpc => new(_channel ??= GrpcChannel.ForAddress($"http://127.0.0.1:{_grpc}"));

    /// <summary>The metadata of a person's call.</summary>
    public static Metadata As(string token, string language = "en") => new()
    {
        { "authorization", $"Bearer {token}" },
        { "accept-language", language },
    };

    /// <summary>The whole inbox of somebody with <paramref name="role"/>.</summary>
    public async Task<IReadOnlyList<InboxItem>> InboxOfAsync(string role, string language = "en") =>
        (await Grpc.FindInboxAsync(new FindInboxRequest { PageSize = 100 }, As(Issuer.Staff(role), language))).Rows;

    /// <summary>All that was sent or waits.</summary>
    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync(string channel = "", string status = "", string role = StaffRole.KsCoordinator) =>
        (await Grpc.FindDeliveriesAsync(
            new FindDeliveriesRequest { PageSize = 100, Channel = channel, Status = status }, As(Issuer.Staff(role)))).Rows;

    /// <summary>Waits until everything that is due has been tried and nothing is under way.</summary>
    public Task QuietAsync() => Eventually.TrueAsync(IsQuietAsync, "nothing is due");

    /// <summary>Whether everything that is due has been tried and nothing is under way.</summary>
    public async Task<bool> IsQuietAsync() => await Database.ScalarAsync<long>(
        $"select count(*) from deliveries where status = 'waiting' and (lease_until is not null or next_attempt_at <= '{Clock.GetUtcNow():O}')") == 0;

    /// <summary>Waits until a delivery fits.</summary>
    public async Task<Delivery> DeliveryAsync(Func<Delivery, bool> fits, string what)
    {
        Delivery? found = null;
        await Eventually.TrueAsync(async () => (found = (await DeliveriesAsync()).FirstOrDefault(fits)) is not null, what);
        return found!;
    }

    /// <summary>A partner's system, with the token of a client of <paramref name="organisation"/>.</summary>
    public Partner PartnerOf(Guid organisation) => new($"http://127.0.0.1:{_http}", Issuer.Partner(organisation, AccessPolicies.WebhooksManage));

    /// <summary>A partner's system that reads the feed of <paramref name="organisation"/>.</summary>
    public Partner FeedReaderOf(Guid organisation) => new($"http://127.0.0.1:{_http}", Issuer.Partner(organisation, AccessPolicies.EventsRead));

    /// <summary>Somebody with any token, or none.</summary>
    public Partner CallerWith(string? token) => new($"http://127.0.0.1:{_http}", token);
}

/// <summary>A caller of the REST face.</summary>
public sealed class Partner : IDisposable
{
    private readonly HttpClient _http;

    public Partner(string address, string? token)
    {
        _http = new HttpClient { BaseAddress = new Uri(address) };
        if (token is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>A piece of the change feed.</summary>
    public async Task<Answer> ReadFeedAsync(string? after = null, int? limit = null)
    {
        var query = new[] { after is null ? null : $"after={after}", limit is null ? null : $"limit={limit}" }.OfType<string>();
        using var response = await _http.GetAsync(new Uri($"/api/v1/events?{string.Join('&', query)}", UriKind.Relative));
        return await Answer.ReadAsync(response);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, JsonNode? body = null, string? etag = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/webhooks{path}", UriKind.Relative));
        if (body is not null || method == HttpMethod.Post)
            request.Content = JsonContent.Create(body ?? new JsonObject());
        if (etag is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(etag));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await _http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Makes a webhook at <paramref name="url"/> for <paramref name="events"/>.</summary>
    public async Task<Answer> CreateAsync(Uri url, params string[] events) => (await SendAsync(HttpMethod.Post, "", new JsonObject
    {
        ["url"] = url.ToString(),
        ["events"] = new JsonArray([.. events.Select(name => JsonValue.Create(name))]),
    })).Expect(System.Net.HttpStatusCode.Created);

    public void Dispose() => _http.Dispose();
}
