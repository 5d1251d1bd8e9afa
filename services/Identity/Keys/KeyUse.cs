using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Kommunebro.Identity.Keys;

/// <summary>Who uses which key. All of it happens at the start or later, so that migrate and commands need none.</summary>
internal static class KeyUse
{
    public static void AddKeys(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => SigningKeys.Load(provider.GetRequiredService<ServiceIdentity>()));
        services.AddSingleton<SealedText>();
        services.AddHostedService<KeysAreThere>();
        services.AddTransient<IServiceCommand, KeysCommand>();
        services.AddOptions<OpenIddictServerOptions>().Configure<SigningKeys>(IssueWith);
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<SigningKeys, IdentityBackchannel>(ValidateWith);
        // Replicas read each other's cookies: the keys are in the database, and of no use to who reads it alone.
        services.AddDataProtection().SetApplicationName("kommunebro-identity").PersistKeysToDbContext<IdentityDb>();
        services.AddOptions<KeyManagementOptions>()
            .Configure<SigningKeys>((options, keys) => options.XmlEncryptor = new CookieKeyEncryptor(keys));
    }

    private static void IssueWith(OpenIddictServerOptions options, SigningKeys keys)
    {
        options.SigningCredentials.AddRange(
            keys.Signing.Select(key => new SigningCredentials(key, SecurityAlgorithms.RsaSha256)));
        options.EncryptionCredentials.AddRange(keys.Encryption.Select(key =>
            new EncryptingCredentials(key, SecurityAlgorithms.RsaOAEP, SecurityAlgorithms.Aes256CbcHmacSha512)));
    }

    /// <summary>Identity's own API takes the tokens that it signs without asking itself over the network for the keys.</summary>
    private static void ValidateWith(JwtBearerOptions options, SigningKeys keys, IdentityBackchannel origin)
    {
        var own = new OpenIdConnectConfiguration { Issuer = origin.Issuer.ToString() };
        foreach (var key in keys.Signing)
            own.SigningKeys.Add(key);
        // Told twice: whoever remembers a valid token looks here whether its key still counts.
        options.TokenValidationParameters.IssuerSigningKeys = [.. keys.Signing];
        options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(own);
        options.Events.OnMessageReceived = _ => Task.CompletedTask;
    }
}
