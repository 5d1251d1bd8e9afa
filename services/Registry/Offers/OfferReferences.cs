using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.ExpressionsOfInterest;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Offers;

/// <summary>What the codes and ids of a request point to.</summary>
/// <param name="Municipality">Who offers; null when the code is unknown, or the caller does not act for it.</param>
/// <param name="Areas">All codes of areas.</param>
/// <param name="Deprecated">Areas that nobody names anew, and by which code each was replaced.</param>
/// <param name="Hromadas">Those of the wished and vetoed codes under which a hromada stands.</param>
/// <param name="Expression">The expression of interest; null when none was named, the id is unknown, or the caller does not act for whose wish it is.</param>
internal sealed record OfferReferences(
    Municipality? Municipality,
    IReadOnlySet<string> Areas,
    IReadOnlyDictionary<string, string?> Deprecated,
    IReadOnlySet<string> Hromadas,
    ExpressionOfInterest? Expression)
{
    /// <summary>Loads them. What <paramref name="offer"/>, which is revised, names already it may go on naming.</summary>
    public static async Task<OfferReferences> LoadAsync(
        RegistryDb db, OfferRequest request, Offer? offer, ActingFor<RegistryDb> acting, DateOnly today, CancellationToken cancellationToken) => new(
        await db.ActedForAsync(request.Municipality, acting, cancellationToken),
        await db.Areas.Select(area => area.Code).ToHashSetAsync(StringComparer.Ordinal, cancellationToken),
        (await db.Areas.AsNoTracking().Where(area => area.DeprecatedSince <= today).ToListAsync(cancellationToken))
            .Where(area => offer?.Areas.Any(named => named.AreaCode == area.Code) != true)
            .ToDictionary(area => area.Code, area => area.ReplacedBy, StringComparer.Ordinal),
        await HromadasAsync(db, [.. (request.Wishes ?? []).Concat(request.Vetoes ?? [])], cancellationToken),
        request.ExpressionOfInterestId is { } id ? await ExpressionAsync(db, id, acting, cancellationToken) : null);

    private static async Task<IReadOnlySet<string>> HromadasAsync(RegistryDb db, string[] codes, CancellationToken cancellationToken) =>
        await db.Municipalities.Where(municipality => municipality.Kind == MunicipalityKind.Hromada && codes.Contains(municipality.Code))
            .Select(municipality => municipality.Code).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);

    private static async Task<ExpressionOfInterest?> ExpressionAsync(
        RegistryDb db, Guid id, ActingFor<RegistryDb> acting, CancellationToken cancellationToken)
    {
        var found = await (
            from expression in db.ExpressionsOfInterest
            join municipality in db.Municipalities on expression.MunicipalityId equals municipality.Id
            where expression.Id == id
            select new { expression, municipality.Code }).SingleOrDefaultAsync(cancellationToken);
        return found is not null && await acting.IncludesAsync(found.Code, cancellationToken) ? found.expression : null;
    }
}
