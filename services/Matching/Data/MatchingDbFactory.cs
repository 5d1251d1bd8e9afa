using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Design;

namespace Kommunebro.Matching.Data;

/// <summary>Makes the context for "dotnet ef"; it never connects.</summary>
internal sealed class MatchingDbFactory : IDesignTimeDbContextFactory<MatchingDb>
{
    public MatchingDb CreateDbContext(string[] args) => new(ServiceDatabase.DesignTime<MatchingDb>());
}
