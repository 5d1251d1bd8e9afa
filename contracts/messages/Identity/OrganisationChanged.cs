namespace Kommunebro.Contracts.Identity;

/// <summary>The whole state of a partner organisation, after a change.</summary>
/// <param name="OrganisationId">The platform's id of the organisation; tokens of its clients carry it.</param>
/// <param name="Version">Rises with each change; an older version never replaces a newer one.</param>
/// <param name="Name">Its name.</param>
/// <param name="MunicipalityCodes">Official codes of the municipalities that it acts for.</param>
/// <param name="Active">False once it was closed; then it acts for nobody.</param>
public sealed record OrganisationChanged(
    Guid OrganisationId,
    long Version,
    string Name,
    IReadOnlyList<string> MunicipalityCodes,
    bool Active)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "identity.organisation-changed.v1";
}
