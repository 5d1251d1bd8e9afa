using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Kommunebro.Notification.Webhooks;

/// <summary>
/// Calls partners' addresses, which nobody here chose: it looks at every address that a name has before it connects, follows no
/// redirect, takes no cookie, uses no proxy, and reads nothing of the answer but its status.
/// </summary>
internal sealed class WebhookClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly ResiliencePipeline<HttpResponseMessage> _attempt;
    private readonly WebhookOptions _options;

    public WebhookClient(WebhookOptions options)
    {
        _options = options;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        _attempt = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddTimeout(options.Timeout)
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                // Nothing was sent yet, or a kept connection was closed just now; more than that is the schedule's business.
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>(
                    error => error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded && !IsRefused(error)),
                MaxRetryAttempts = 1,
                Delay = TimeSpan.FromMilliseconds(200),
            })
            .Build();
    }

    /// <summary>Posts <paramref name="body"/> once.</summary>
    /// <returns>Null when the other side took it (2xx), else a code: "http_500", "timeout", "address_refused", "connection_failed".</returns>
    public async Task<string?> PostAsync(Uri url, string messageId, DateTimeOffset sentAt, string signature, string body, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _attempt.ExecuteAsync(
                async token =>
                {
                    using var request = RequestOf(url, messageId, sentAt, signature, body);
                    return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
                },
                cancellationToken);
            return response.IsSuccessStatusCode ? null : $"http_{(int)response.StatusCode}";
        }
        catch (TimeoutRejectedException)
        {
            return "timeout";
        }
        catch (HttpRequestException error)
        {
            return IsRefused(error) ? "address_refused" : EnumCode(error.HttpRequestError);
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage RequestOf(Uri url, string messageId, DateTimeOffset sentAt, string signature, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add("webhook-id", messageId);
        request.Headers.Add("webhook-timestamp", sentAt.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", signature);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Kommunebro", "1"));
        return request;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        // The same look-up is checked and connected to, so that a name cannot change in between.
        var addresses = await PublicAddress.ResolveAsync(context.DnsEndPoint.Host, cancellationToken);
        if (!Array.TrueForAll(addresses, address => PublicAddress.Admits(address, _options.AllowLoopback)))
            throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsRefused(HttpRequestException error) => error.InnerException is AddressRefusedException;

    private static string EnumCode(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "unknown_host",
        HttpRequestError.SecureConnectionError => "tls_failed",
        HttpRequestError.ConnectionError => "connection_failed",
        _ => "no_answer",
    };

    private sealed class AddressRefusedException : Exception;
}
