namespace Kommunebro.Contracts.Registry;

/// <summary>When somebody is asked whether an offer still holds.</summary>
public enum ConfirmationMoment
{
    /// <summary>It should be confirmed within a month.</summary>
    Ahead,

    /// <summary>The day has come by which it should have been confirmed.</summary>
    DayCame,
}

/// <summary>Somebody should say whether an offer still holds. Told once for each moment of its year.</summary>
/// <param name="OfferId">The platform's id of the offer.</param>
/// <param name="Version">The offer's version when this was found.</param>
/// <param name="MunicipalityId">Who offers.</param>
/// <param name="Country">Its country: a Norwegian offer expires when nobody confirms it, a hromada's does not.</param>
/// <param name="Moment">Which of the two moments.</param>
/// <param name="ConfirmBy">The day by which it should be confirmed.</param>
/// <param name="ByPerson">Whether a person decides how to ask: no letter goes by itself to a place that is occupied or where fighting goes on.</param>
public sealed record OfferConfirmationDue(
    Guid OfferId, long Version, Guid MunicipalityId, Country Country, ConfirmationMoment Moment, DateOnly ConfirmBy, bool ByPerson = false)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "registry.offer-confirmation-due.v1";
}
