using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Design;

namespace Kommunebro.Identity.Data;

/// <summary>Lets `dotnet ef migrations add` build the model without a host; it never connects.</summary>
public sealed class IdentityDbFactory : IDesignTimeDbContextFactory<IdentityDb>
{
    public IdentityDb CreateDbContext(string[] args) => new(ServiceDatabase.DesignTime<IdentityDb>());
}
