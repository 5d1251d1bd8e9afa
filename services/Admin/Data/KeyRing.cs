using System.Security.Cryptography.X509Certificates;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.DataProtection;

namespace Kommunebro.Admin.Data;

/// <summary>
/// The keys that protect sessions, drafts and forms: one ring for all replicas, in the database. With the settings
/// "Admin:Keys:Certificate" and "Admin:Keys:PrivateKey" (PEM files) the ring is encrypted at rest.
/// </summary>
internal static class KeyRing
{
    public static void AddKeyRing(this WebApplicationBuilder builder)
    {
        var identity = ServiceIdentity.Of(builder);
        var keys = builder.Services.AddDataProtection().SetApplicationName("kommunebro-admin").PersistKeysToDbContext<AdminDb>();
        if (identity.Settings["Keys:Certificate"] is { Length: > 0 } certificate)
            keys.ProtectKeysWithCertificate(X509Certificate2.CreateFromPemFile(certificate, identity.Require("Keys:PrivateKey")));
    }
}
