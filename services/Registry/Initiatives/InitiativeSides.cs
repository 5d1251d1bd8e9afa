using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Initiatives;

/// <summary>Who is helped and who helps; the rules have held.</summary>
/// <param name="Hromada">Who is helped.</param>
/// <param name="Partner">Who helps, when it stands in the register.</param>
/// <param name="PartnerName">The name of an outside party.</param>
/// <param name="PartnerCountry">The country of who helps.</param>
public sealed record InitiativeSides(Municipality Hromada, Municipality? Partner, string? PartnerName, string PartnerCountry)
{
    /// <summary>The two that a request names.</summary>
    internal static InitiativeSides Of(InitiativeRequest request, IReadOnlyDictionary<string, Municipality> known) =>
        request.Partner.Code is { } code && known[code] is var partner
            ? new InitiativeSides(known[request.Hromada], partner, null, EnumName.Of(partner.Country))
            : new InitiativeSides(known[request.Hromada], null, request.Partner.Name!.Trim(), request.Partner.Country!);

    /// <summary>The municipalities that requests name, by code; unknown codes are missing.</summary>
    internal static async Task<IReadOnlyDictionary<string, Municipality>> KnownAsync(
        RegistryDb db, IEnumerable<InitiativeRequest> requests, CancellationToken cancellationToken)
    {
        string[] codes = [.. requests.SelectMany(request => (string?[])[request.Hromada, request.Partner.Code]).OfType<string>().Distinct()];
        return await db.Municipalities.AsNoTracking().Where(municipality => codes.Contains(municipality.Code))
            .ToDictionaryAsync(municipality => municipality.Code, StringComparer.Ordinal, cancellationToken);
    }
}
