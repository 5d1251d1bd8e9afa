using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.OutsideIssuers;

/// <summary>An issuer of tokens outside of the platform that the operator trusts.</summary>
/// <param name="Name">As its tokens name it (iss), to the letter.</param>
/// <param name="Metadata">Where it says what it is, and where its keys are.</param>
internal sealed record OutsideIssuer(string Name, Uri Metadata)
{
    /// <summary>The section of all of them.</summary>
    public const string Section = "OutsideIssuers";

    private static readonly TimeSpan ConnectsWithin = TimeSpan.FromSeconds(5);

    /// <summary>Reads "{path}:Issuer", and "{path}:Metadata" for one that says what it is at another place than usual.</summary>
    /// <param name="service">The host.</param>
    /// <param name="path">The issuer's section, below the host's.</param>
    /// <param name="usual">Where issuers of this kind say what they are, e.g. ".well-known/openid-configuration".</param>
    /// <exception cref="SettingException">A setting is missing, or no address that can be trusted.</exception>
    public static OutsideIssuer Of(ServiceIdentity service, string path, string usual)
    {
        var name = service.Require($"{path}:Issuer");
        Address(service, $"{path}:Issuer", name);
        var metadata = service.Settings[$"{path}:Metadata"] is { Length: > 0 } given ? given : $"{name.TrimEnd('/')}/{usual}";
        return new OutsideIssuer(name, Address(service, $"{path}:Metadata", metadata));
    }

    /// <summary>The way to it: it leads to nowhere else, and keeps no cookies.</summary>
    public static SocketsHttpHandler Way() => new() { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = ConnectsWithin };

    /// <summary>Its keys.</summary>
    public IssuerKeys KeysBy(IServiceProvider services) => new(
        Name, Metadata, Way(), secureWay: Metadata.Scheme == Uri.UriSchemeHttps,
        services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<IssuerKeys>>());

    // Keys that come by cleartext are anybody's; but to oneself there is no way that others see.
    private static Uri Address(ServiceIdentity service, string key, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Query == "" && address.Fragment == ""
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new SettingException($"{service.Section}:{key} is '{text}'. It must be an address that begins with https://, without a query.");
}
