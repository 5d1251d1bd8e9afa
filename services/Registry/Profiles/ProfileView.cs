using Kommunebro.Contracts;
using Kommunebro.Registry.Figures;

namespace Kommunebro.Registry.Profiles;

/// <summary>What a municipality says of itself, as its reader may see it.</summary>
/// <param name="Municipality">Its official code.</param>
/// <param name="Text">Who it is, in the reader's language or else in another; null where not said, or masked.</param>
/// <param name="Texts">The same in each language; null where masked.</param>
/// <param name="Geography">What the land is like.</param>
/// <param name="WorkingLanguages">The languages that its people work in, ISO 639-1.</param>
/// <param name="AdministrativeCapacity">How much its administration can carry, by its own judgement: 1 very little to 5 very much; null where not said, or masked.</param>
/// <param name="Association">ks or auc; null for none, and where not said.</param>
/// <param name="Head">elected or military_administration; null where not said, or masked.</param>
/// <param name="DisplacedPersons">Internally displaced persons who are registered there; null where not said, or masked.</param>
/// <param name="Website">Its website, as a register says; see …/figures.</param>
/// <param name="AdministrativeCentre">Its administrative centre, as a register says.</param>
/// <param name="Masked">The fields that are kept back; null in them does not mean unknown.</param>
/// <param name="Version">Raised with each change; the ETag. 0 while nothing was said.</param>
public sealed record ProfileView(
    string Municipality,
    string? Text,
    LocalizedText? Texts,
    IReadOnlyList<GeographyTag> Geography,
    IReadOnlyList<string> WorkingLanguages,
    int? AdministrativeCapacity,
    Association? Association,
    LegalHead? Head,
    DisplacedPersonsView? DisplacedPersons,
    RegisteredValue? Website,
    RegisteredValue? AdministrativeCentre,
    IReadOnlyList<string> Masked,
    long Version)
{
    /// <summary>What would tell an attacker where a place in or near the war is weak, or whom a strike would reach.</summary>
    private static readonly IReadOnlyList<string> OfTheWar = ["text", "texts", "administrativeCapacity", "head", "displacedPersons"];

    /// <summary>All of it.</summary>
    /// <param name="code">Whose it is.</param>
    /// <param name="profile">What it says.</param>
    /// <param name="registered">What registers say of it, the figures that count today.</param>
    /// <param name="language">nb, uk or en.</param>
    internal static ProfileView Full(string code, MunicipalityProfile profile, IReadOnlyDictionary<FigureName, Figure> registered, string language)
    {
        var facts = profile.Facts;
        return new ProfileView(
            code,
            facts.Texts is (null, null, null) ? null : facts.Texts.In(language),
            facts.Texts,
            profile.Geography,
            profile.WorkingLanguages,
            facts.AdministrativeCapacity,
            facts.Association,
            facts.Head,
            facts is { DisplacedPersons: { } count, DisplacedPersonsOn: { } on, DisplacedPersonsSource: { } source } ? new DisplacedPersonsView(count, on, source) : null,
            RegisteredValue.Of(registered.GetValueOrDefault(FigureName.Website)),
            RegisteredValue.Of(registered.GetValueOrDefault(FigureName.Centre)),
            [],
            profile.Version);
    }

    /// <summary>What other partners are told of a place in or near the war.</summary>
    internal ProfileView WithoutWhatHelpsAnAttacker() =>
        this with { Text = null, Texts = null, AdministrativeCapacity = null, Head = null, DisplacedPersons = null, Masked = OfTheWar };
}

/// <summary>Internally displaced persons.</summary>
/// <param name="Count">How many are registered.</param>
/// <param name="On">The day that it is of.</param>
/// <param name="Source">Who says so.</param>
public sealed record DisplacedPersonsView(int Count, DateOnly On, string Source);

/// <summary>What a register says.</summary>
/// <param name="Value">The value.</param>
/// <param name="AsOf">The day that it is of.</param>
/// <param name="Register">The register.</param>
public sealed record RegisteredValue(string Value, DateOnly AsOf, string Register)
{
    internal static RegisteredValue? Of(Figure? figure) => figure is null ? null : new RegisteredValue(figure.Value, figure.AsOf, figure.Register);
}
