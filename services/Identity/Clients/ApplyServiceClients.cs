using Kommunebro.Identity.Data;
using Kommunebro.Identity.Maskinporten;
using Kommunebro.ServiceDefaults;
using OpenIddict.Abstractions;

namespace Kommunebro.Identity.Clients;

/// <summary>
/// Brings the services' own clients to what the settings say ("Identity:ServiceClients:needs-intake:Secret" and so on):
/// part of migrate, and the command "clients apply" for a secret that changed. A service without a setting stays as it is. With
/// Maskinporten in the settings there is one more, at which partners exchange its tokens.
/// </summary>
public sealed class ApplyServiceClients(
    IOpenIddictApplicationManager applications, IdentityDb db, AuditActor actor, ServiceIdentity settings) : IMigrationStep
{
    private const string Section = "ServiceClients";
    private const int ShortestSecret = 16;

    /// <inheritdoc />
    public string Name => "clients of the services";

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken) => ApplyAsync(cancellationToken);

    /// <summary>Makes and changes what differs; a second run changes nothing.</summary>
    /// <returns>The ids of the clients that are new or different.</returns>
    /// <exception cref="SettingException">A setting names no service of the platform, or its secret is too short.</exception>
    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancellationToken)
    {
        actor.Who = "identity clients apply";
        var changed = new List<string>();
        foreach (var wanted in Wanted())
            if (await BringToAsync(wanted, cancellationToken))
                changed.Add(wanted.ClientId!);
        return changed;
    }

    private List<OpenIddictApplicationDescriptor> Wanted()
    {
        var issuer = IdentityBackchannel.Of(settings).Issuer;
        List<OpenIddictApplicationDescriptor> outside =
            MaskinportenIssuer.IsUsed(settings) ? [ApplicationOf.Maskinporten(MaskinportenIssuer.Of(settings).Scopes.Keys)] : [];
        return [.. outside, .. settings.Settings.GetSection(Section).GetChildren().Select(one =>
        {
            var service = ServiceClient.Find(one.Key) ?? throw new SettingException(
                $"{one.Path} names no service. The services are: {string.Join(", ", ServiceClient.All.Select(known => known.Id))}.");
            if (one["Secret"] is not { Length: >= ShortestSecret } secret)
                throw new SettingException($"{one.Path}:Secret must have at least {ShortestSecret} characters.");
            return service.Id == ServiceClient.Admin
                ? ApplicationOf.Admin(secret, issuer)
                : ApplicationOf.Client(service.Id, secret, service.Scopes);
        })];
    }

    private async Task<bool> BringToAsync(OpenIddictApplicationDescriptor wanted, CancellationToken cancellationToken)
    {
        var known = await applications.FindByClientIdAsync(wanted.ClientId!, cancellationToken);
        if (known is not null && await IsAsync(known, wanted, cancellationToken))
            return false;
        // OpenIddict saves, and what is noted here with it.
        db.Audit(
            known is null ? "service-client.create" : "service-client.change",
            "service-client", wanted.ClientId!, before: null, new { wanted.Permissions, wanted.RedirectUris });
        if (known is null)
            await applications.CreateAsync(wanted, cancellationToken);
        else
            await applications.UpdateAsync(known, wanted, cancellationToken);
        return true;
    }

    private async Task<bool> IsAsync(object known, OpenIddictApplicationDescriptor wanted, CancellationToken cancellationToken)
    {
        var stored = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(stored, known, cancellationToken);
        return stored.Permissions.SetEquals(wanted.Permissions)
            && stored.Requirements.SetEquals(wanted.Requirements)
            && stored.RedirectUris.SetEquals(wanted.RedirectUris)
            && stored.PostLogoutRedirectUris.SetEquals(wanted.PostLogoutRedirectUris)
            && (wanted.ClientSecret is null || await applications.ValidateClientSecretAsync(known, wanted.ClientSecret, cancellationToken));
    }
}
