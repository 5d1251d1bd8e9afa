using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>Occupied territory is not matched by the machine: wholly occupied, AUC may open for it; partly occupied, a person decides.</summary>
public sealed class OccupiedTerritory : HardRule
{
    /// <inheritdoc/>
    public override string Code => "occupied_territory";

    /// <inheritdoc/>
    public override bool ConcernsNeedAlone => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("rule.occupied_territory", "okkupert område", "окупована територія", "occupied territory"),
        new("rule.occupied_territory.full",
            "Hele {hromada} er midlertidig okkupert. Maskinen foreslår ingen partner; AUC kan åpne for det.",
            "{hromada}: уся територія тимчасово окупована. Автоматично партнера не пропонують; таку можливість може відкрити АМУ.",
            "All of {hromada} is temporarily occupied. The machine proposes no partner; AUC may open for one."),
        new("rule.occupied_territory.partial",
            "En del av {hromada} er midlertidig okkupert. Om den kan få en partner, må et menneske avgjøre.",
            "{hromada}: частина території тимчасово окупована. Чи пропонувати партнера, вирішує людина.",
            "Part of {hromada} is temporarily occupied. Whether it can be given a partner is for a person to decide."),
    ];

    /// <inheritdoc/>
    public override Sentence? Objection(Fit fit)
    {
        if (fit.Hromada.TerritoryStatus is not TerritoryStatus.Occupied) return null;
        var coverage = WireName.Of(fit.Hromada.TerritoryCoverage);
        return Sentence.Of($"rule.occupied_territory.{coverage}", Argument.Municipality("hromada", fit.Hromada.Id));
    }
}
