using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Design;

namespace Kommunebro.Registry.Data;

/// <summary>Lets dotnet-ef write migrations without a database.</summary>
internal sealed class RegistryDbFactory : IDesignTimeDbContextFactory<RegistryDb>
{
    public RegistryDb CreateDbContext(string[] args) => new(ServiceDatabase.DesignTime<RegistryDb>());
}
