using Microsoft.EntityFrameworkCore;

namespace Kommunebro.ServiceDefaults;

/// <summary>This service's copy of which municipalities a partner organisation acts for.</summary>
public sealed class Tenant
{
    private Tenant()
    {
    }

    /// <summary>The organisation; tokens of its clients carry it.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>The owner's version; an older one never replaces a newer one.</summary>
    public long Version { get; private set; }

    /// <summary>Official codes of the municipalities; empty once the organisation was closed.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>A new organisation.</summary>
    public static Tenant Of(Guid organisationId, long version, IReadOnlyList<string> codes) =>
        new() { OrganisationId = organisationId, Version = version, Codes = codes };

    /// <summary>Takes over the owner's state, unless it is older than what is known.</summary>
    public void Become(long version, IReadOnlyList<string> codes)
    {
        if (version > Version)
            (Version, Codes) = (version, codes);
    }
}

/// <summary>Tenants in a service's database.</summary>
public static class Tenancy
{
    /// <summary>Adds the table tenants to a service's model.</summary>
    public static ModelBuilder AddTenants(this ModelBuilder model) => model.Entity<Tenant>(tenant =>
    {
        tenant.ToTable("tenants");
        tenant.HasKey(one => one.OrganisationId);
        tenant.Property(one => one.OrganisationId).ValueGeneratedNever();
        tenant.Property(one => one.Version).IsConcurrencyToken();
    });

    /// <summary>Notes what identity says; stored by the caller's SaveChanges.</summary>
    public static async Task NoteTenantAsync(
        this DbContext db, Guid organisationId, long version, IReadOnlyList<string> codes, CancellationToken cancellationToken)
    {
        if (await db.Set<Tenant>().FindAsync([organisationId], cancellationToken) is { } known)
            known.Become(version, codes);
        else
            db.Add(Tenant.Of(organisationId, version, codes));
    }
}
