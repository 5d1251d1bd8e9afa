namespace Kommunebro.Registry.Profiles;

/// <summary>
/// What a municipality says of itself, beside what official registers say of it. It is for people who read: nothing of it is told to matching, so
/// that a hromada's own weakness or strength never ranks it.
/// </summary>
public sealed class MunicipalityProfile
{
    private MunicipalityProfile()
    {
    }

    /// <summary>The profile of a municipality that has said nothing yet.</summary>
    public MunicipalityProfile(Guid municipalityId) => MunicipalityId = municipalityId;

    /// <summary>Whose it is.</summary>
    public Guid MunicipalityId { get; private set; }

    /// <summary>Raised with each change; 0 before the first.</summary>
    public long Version { get; private set; }

    /// <summary>What is said.</summary>
    public ProfileFacts Facts { get; private set; } = ProfileFacts.None;

    /// <summary>What the land is like.</summary>
    public List<GeographyTag> Geography { get; private set; } = [];

    /// <summary>The languages that its people work in, ISO 639-1.</summary>
    public List<string> WorkingLanguages { get; private set; } = [];

    /// <summary>Says all of it anew.</summary>
    /// <returns>Whether anything is different; only then the version is raised.</returns>
    public bool Describe(ProfileFacts facts, IReadOnlyList<GeographyTag> geography, IReadOnlyList<string> workingLanguages)
    {
        if (Version > 0 && facts == Facts && geography.SequenceEqual(Geography) && workingLanguages.SequenceEqual(WorkingLanguages, StringComparer.Ordinal))
            return false;
        (Facts, Geography, WorkingLanguages) = (facts, [.. geography], [.. workingLanguages]);
        Version++;
        return true;
    }
}
