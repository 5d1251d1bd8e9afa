namespace Kommunebro.ServiceDefaults;

/// <summary>
/// The way to identity inside the platform. Requests name the public origin, so that all addresses and the issuer stay the
/// same; the connection goes to the inner address.
/// </summary>
public sealed class IdentityBackchannel
{
    private readonly ServiceAddress _inside;

    private IdentityBackchannel(Uri issuer, ServiceAddress inside)
    {
        Issuer = issuer;
        _inside = inside;
    }

    /// <summary>The public origin, with a slash at its end.</summary>
    public Uri Issuer { get; }

    /// <summary>Reads the settings "X:Access:Issuer" and "X:Services:Identity".</summary>
    /// <exception cref="SettingException">One is missing or no address.</exception>
    public static IdentityBackchannel Of(ServiceIdentity service)
    {
        var issuer = service.Require("Access:Issuer");
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.PathAndQuery != "/")
            throw new SettingException($"{service.Section}:Access:Issuer is '{issuer}'. It must be the public origin, like https://kommunebro.example/");
        return new IdentityBackchannel(
            uri, ServiceAddress.Parse($"{service.Section}:Services:Identity", service.Require("Services:Identity")));
    }

    /// <summary>A handler for requests to the issuer's addresses.</summary>
    public HttpMessageHandler CreateHandler() => new InnerWay(this) { InnerHandler = _inside.CreateHandler() };

    private sealed class InnerWay(IdentityBackchannel identity) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.RequestUri!;
            if (asked.Authority != identity.Issuer.Authority)
                throw new InvalidOperationException($"{asked.Authority} is not the issuer.");
            request.Headers.Host = asked.Authority;
            request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", asked.Scheme);
            request.RequestUri = new Uri(identity._inside.Uri, asked.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
