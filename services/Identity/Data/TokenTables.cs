using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace Kommunebro.Identity.Data;

/// <summary>OpenIddict's tables, called as all others are.</summary>
internal static class TokenTables
{
    public static void AddTokenTables(this ModelBuilder model)
    {
        model.UseOpenIddict();
        model.Entity<OpenIddictEntityFrameworkCoreApplication>().ToTable("openiddict_applications");
        model.Entity<OpenIddictEntityFrameworkCoreAuthorization>().ToTable("openiddict_authorizations");
        model.Entity<OpenIddictEntityFrameworkCoreScope>().ToTable("openiddict_scopes");
        model.Entity<OpenIddictEntityFrameworkCoreToken>().ToTable("openiddict_tokens");
    }
}
