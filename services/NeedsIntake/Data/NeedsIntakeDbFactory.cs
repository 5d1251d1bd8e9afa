using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Design;

namespace Kommunebro.NeedsIntake.Data;

/// <summary>Lets `dotnet ef migrations add` build the model without a host; it never connects.</summary>
public sealed class NeedsIntakeDbFactory : IDesignTimeDbContextFactory<NeedsIntakeDb>
{
    public NeedsIntakeDb CreateDbContext(string[] args) => new(ServiceDatabase.DesignTime<NeedsIntakeDb>());
}
