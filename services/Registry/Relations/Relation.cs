using Kommunebro.Registry.Initiatives;

namespace Kommunebro.Registry.Relations;

/// <summary>A row whose rules have held.</summary>
/// <param name="Sides">Who is helped and who helps.</param>
/// <param name="Facts">What is said of it.</param>
internal sealed record Relation(InitiativeSides Sides, InitiativeFacts Facts)
{
    /// <summary>By it and the hromada the initiative is known again.</summary>
    public string Key { get; } = Initiative.KeyOf(Sides.Partner?.Id, Sides.PartnerName, Sides.PartnerCountry, Facts);

    /// <summary>The two, for a person.</summary>
    public string Who => $"{Sides.Partner?.Code ?? Sides.PartnerName} – {Sides.Hromada.Code}";
}
