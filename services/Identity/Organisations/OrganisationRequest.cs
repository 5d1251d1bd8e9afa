namespace Kommunebro.Identity.Organisations;

/// <summary>An organisation as the administrator sends it. Everything may be missing, so that all faults are told at once.</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="OrganisationNumber">Nine digits (Brønnøysund) or eight (EDRPOU).</param>
/// <param name="Municipalities">
/// Official codes of those that it acts for, at most 2000: KATOTTG of a hromada, kommunenummer, fylkesnummer, or the
/// organisation number of an inter-municipal company. Only their form is checked here.
/// </param>
public sealed record OrganisationRequest(
    string? Name = null, string? OrganisationNumber = null, IReadOnlyList<string?>? Municipalities = null);

/// <summary>An organisation as the administrator sees it.</summary>
public sealed record OrganisationView(
    Guid Id,
    long Version,
    string Name,
    string? OrganisationNumber,
    IReadOnlyList<string> Municipalities,
    bool Active,
    DateTimeOffset CreatedAt)
{
    internal static OrganisationView Of(Organisation organisation) => new(
        organisation.Id,
        organisation.Version,
        organisation.Name,
        organisation.OrganisationNumber,
        organisation.MunicipalityCodes,
        organisation.Active,
        organisation.CreatedAt);
}
