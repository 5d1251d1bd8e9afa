using Kommunebro.Messaging.Outbox;
using Kommunebro.Registry.Categories;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Municipalities;

/// <summary>Takes a municipality into the register, or says anew what is known of it.</summary>
public sealed class RegisterMunicipality(RegistryDb db, TerritoryOfHromada territory, ApplyTerritory list, DescribedCategory category, TimeProvider clock)
{
    /// <summary>
    /// Registers or changes the municipality with <paramref name="code"/>. The same description again changes nothing and
    /// needs no version, so that a loader may repeat itself.
    /// </summary>
    /// <param name="code">The official code in the path.</param>
    /// <param name="request">What is said about it.</param>
    /// <param name="requireVersion">Throws unless the caller knows the version that it gets.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The municipality, and whether it is new.</returns>
    public async Task<(Municipality Municipality, bool IsNew)> RunAsync(
        string code, MunicipalityRequest request, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        MunicipalityRules.Enforce(code, request, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        // What the list says must still hold when it is stored.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await list.LockAsync(cancellationToken);
        await territory.RequireAsync(request, cancellationToken);
        var registered = await RegisterAsync(code, request, requireVersion, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return registered;
    }

    private async Task<(Municipality Municipality, bool IsNew)> RegisterAsync(
        string code, MunicipalityRequest request, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        var municipality = await db.Municipalities.SingleOrDefaultAsync(m => m.Code == code, cancellationToken);
        if (municipality is null)
            return (await AddAsync(code, request, cancellationToken), true);

        var before = Audited(municipality);
        var (known, decided) = (municipality.Version, municipality.Facts.Category);
        if (municipality.Describe(request.ToFacts()))
        {
            requireVersion(known);
            await category.NoteAsync(municipality, decided, cancellationToken);
            await SaveAsync(municipality, "municipality.change", before, cancellationToken);
        }

        return (municipality, false);
    }

    private async Task<Municipality> AddAsync(string code, MunicipalityRequest request, CancellationToken cancellationToken)
    {
        var municipality = new Municipality(request.Kind, code, request.ToFacts(), clock.Now());
        db.Add(municipality);
        await category.NoteAsync(municipality, null, cancellationToken);
        try
        {
            await SaveAsync(municipality, "municipality.register", null, cancellationToken);
        }
        catch (DbUpdateException error) when (error.Violates(MunicipalityMapping.UniqueCode))
        {
            throw new Refusal(RefusalKind.Conflict, "municipality_exists", "It was registered at the same time by somebody else.", "code");
        }

        return municipality;
    }

    private async Task SaveAsync(Municipality municipality, string action, object? before, CancellationToken cancellationToken)
    {
        db.Enqueue(municipality.ToMessage());
        db.Audit(action, "municipality", municipality.Id.ToString(), before, Audited(municipality));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static object Audited(Municipality municipality) =>
        new { municipality.Code, municipality.Kind, municipality.Version, municipality.Facts };
}
