using System.Net.Sockets;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Notification.Webhooks;

/// <summary>
/// Looks at a webhook's address when it is made. A name may point elsewhere later, so <see cref="WebhookClient"/> looks again
/// at each connection; this only tells a person at once.
/// </summary>
internal sealed class WebhookUrl(WebhookOptions options)
{
    private const int Longest = 2000;

    /// <summary>Notes missing_field, too_long, invalid_url, https_required, unknown_host and private_address.</summary>
    /// <returns>The address; empty when a rule is broken.</returns>
    public async Task<string> TakeAsync(Rules rules, string? url, string field, CancellationToken cancellationToken)
    {
        rules.Required(url is not null, field, "Give the address that is called.");
        if (url is null)
            return "";
        if (url.Length > Longest)
        {
            rules.Check(false, field, "too_long", $"At most {Longest} characters.");
            return "";
        }

        var isUrl = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "https" or "http", UserInfo: "", Fragment: "" };
        rules.Check(isUrl, field, "invalid_url", "Must be an address like https://example.no/hook, without user and fragment.");
        if (!isUrl)
            return "";
        rules.Check(
            uri!.Scheme == "https" || (options.AllowLoopback && uri.IsLoopback), field, "https_required", "Webhooks are called over https only.");
        await CheckHostAsync(rules, uri, field, cancellationToken);
        return uri.AbsoluteUri;
    }

    private async Task CheckHostAsync(Rules rules, Uri uri, string field, CancellationToken cancellationToken)
    {
        try
        {
            var addresses = await PublicAddress.ResolveAsync(uri.DnsSafeHost, cancellationToken);
            rules.Check(
                addresses.Length > 0 && Array.TrueForAll(addresses, address => PublicAddress.Admits(address, options.AllowLoopback)),
                field, "private_address", "The address must be on the open internet.");
        }
        catch (Exception unknown) when (unknown is SocketException or ArgumentException)
        {
            rules.Check(false, field, "unknown_host", "The host's name cannot be resolved.");
        }
    }
}
