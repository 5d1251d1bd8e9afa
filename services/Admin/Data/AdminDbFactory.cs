using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Design;

namespace Kommunebro.Admin.Data;

/// <summary>Lets `dotnet ef migrations add` build the model without a host; it never connects.</summary>
public sealed class AdminDbFactory : IDesignTimeDbContextFactory<AdminDb>
{
    public AdminDb CreateDbContext(string[] args) => new(ServiceDatabase.DesignTime<AdminDb>());
}
