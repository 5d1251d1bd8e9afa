namespace Kommunebro.NeedsIntake.Needs;

/// <summary>People as a client sends them.</summary>
/// <param name="Total">All whom it concerns, 0 to 10000000.</param>
/// <param name="Idps">Internally displaced persons among them.</param>
/// <param name="Children">Children among them.</param>
/// <param name="Veterans">Veterans among them.</param>
public sealed record PeopleRequest(int? Total = null, int? Idps = null, int? Children = null, int? Veterans = null);

/// <summary>A quantity as a client sends it.</summary>
/// <param name="Requested">More than 0, at most 1000000000.</param>
/// <param name="Unit">piece, set, person, place, building, hour, kilogram, tonne, litre, cubic_metre, metre, kilometre, square_metre, hectare, kilowatt or kilowatt_hour.</param>
/// <param name="Fulfilled">How much of it others have given already, 0 to the requested.</param>
public sealed record QuantityRequest(decimal? Requested = null, string? Unit = null, decimal? Fulfilled = null);

/// <summary>Cost as a client sends it.</summary>
/// <param name="Estimated">The estimate, more than 0.</param>
/// <param name="Currency">UAH, EUR, USD, NOK, SEK, DKK, PLN, GBP or CHF.</param>
/// <param name="OwnContribution">What the hromada pays of it, 0 to the estimate.</param>
public sealed record CostRequest(decimal? Estimated = null, string? Currency = null, decimal? OwnContribution = null);

/// <summary>Which of the texts are translations, by language: person or machine.</summary>
public sealed record TranslationsRequest(string? Nb = null, string? Uk = null, string? En = null);
