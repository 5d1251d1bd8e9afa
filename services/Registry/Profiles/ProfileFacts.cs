using Kommunebro.Contracts;

namespace Kommunebro.Registry.Profiles;

/// <summary>What a municipality says of itself; the rules have held.</summary>
public sealed record ProfileFacts
{
    /// <summary>A municipality that has said nothing yet.</summary>
    public static readonly ProfileFacts None = new() { Texts = new LocalizedText(null, null, null) };

    /// <summary>Who it is, in its own words.</summary>
    public required LocalizedText Texts { get; init; }

    /// <summary>How much its administration can carry, by its own judgement: 1 very little to 5 very much; null where not said.</summary>
    public int? AdministrativeCapacity { get; init; }

    /// <summary>Who heads a hromada; null where not said, and for Norway.</summary>
    public LegalHead? Head { get; init; }

    /// <summary>The association to which it belongs; null for none, and where not said.</summary>
    public Association? Association { get; init; }

    /// <summary>Internally displaced persons who are registered in a hromada; null where not said, and for Norway.</summary>
    public int? DisplacedPersons { get; init; }

    /// <summary>The day of <see cref="DisplacedPersons"/>.</summary>
    public DateOnly? DisplacedPersonsOn { get; init; }

    /// <summary>Who says so.</summary>
    public string? DisplacedPersonsSource { get; init; }
}
