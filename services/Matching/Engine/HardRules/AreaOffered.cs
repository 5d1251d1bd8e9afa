namespace Kommunebro.Matching.Engine;

/// <summary>The supplier offers the need's area, or one of the same broader group (a weaker fit, which the floor may still refuse).</summary>
public sealed class AreaOffered : HardRule
{
    /// <inheritdoc/>
    public override string Code => "area_offered";

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("rule.area_offered", "fagområdet er ikke meldt inn", "напрям не заявлено", "the area is not offered"),
        new("rule.area_offered.absent",
            "{supplier} har verken meldt inn «{area}» eller et beslektet fagområde.",
            "{supplier}: не заявлено ні напряму «{area}», ні спорідненого з ним.",
            "{supplier} offers neither “{area}” nor a related area."),
    ];

    /// <inheritdoc/>
    public override Sentence? Objection(Fit fit) => fit.Competence is not null
        ? null
        : Sentence.Of(
            "rule.area_offered.absent",
            Argument.Municipality("supplier", fit.Supplier.Id),
            Argument.Area("area", fit.Need.AreaCode));
}
