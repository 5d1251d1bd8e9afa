using Microsoft.EntityFrameworkCore;

namespace Kommunebro.ServiceDefaults;

/// <summary>For which municipalities the caller may act. Staff and services are limited by policy alone, a partner also by this.</summary>
public sealed class ActingFor<TDb>(TDb db, Caller caller)
    where TDb : DbContext
{
    private IReadOnlySet<string>? _codes;

    /// <summary>The official codes; null means any municipality.</summary>
    public async Task<IReadOnlySet<string>?> CodesAsync(CancellationToken cancellationToken)
    {
        if (caller.Kind is CallerKind.Staff or CallerKind.Service)
            return null;
        return _codes ??= (await db.Set<Tenant>().AsNoTracking()
            .Where(tenant => tenant.OrganisationId == caller.OrganisationId)
            .Select(tenant => tenant.Codes)
            .SingleOrDefaultAsync(cancellationToken))?.ToHashSet(StringComparer.Ordinal) ?? [];
    }

    /// <summary>Whether the caller may act for the municipality with the official code <paramref name="code"/>.</summary>
    public async Task<bool> IncludesAsync(string code, CancellationToken cancellationToken) =>
        await CodesAsync(cancellationToken) is not { } codes || codes.Contains(code);
}
