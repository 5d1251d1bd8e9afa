using System.Net.Http.Headers;
using System.Text;

namespace Kommunebro.Testing;

/// <summary>The few calls to a broker's management interface that tests need.</summary>
internal sealed class RabbitMqManagement : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="address">The interface's address, user and password included.</param>
    public RabbitMqManagement(Uri address)
    {
        var credentials = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo));
        _http = new HttpClient { BaseAddress = new Uri(address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
    }

    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("api/overview", UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Makes a virtual host; its maker may do everything in it.</summary>
    public async Task CreateVirtualHostAsync(string name, CancellationToken cancellation)
    {
        using var answer = await _http.PutAsync(VirtualHost(name), content: null, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    public async Task DeleteVirtualHostAsync(string name)
    {
        using var answer = await _http.DeleteAsync(VirtualHost(name));
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();

    private static Uri VirtualHost(string name) => new($"api/vhosts/{Uri.EscapeDataString(name)}", UriKind.Relative);
}
