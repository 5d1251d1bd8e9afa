using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>Active hostilities leave help from afar, and equipment for acute needs. Possible hostilities leave everything, with clearance for travel.</summary>
public sealed class Hostilities : HardRule
{
    /// <inheritdoc/>
    public override string Code => "hostilities";

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("rule.hostilities", "aktive kamphandlinger", "активні бойові дії", "active hostilities"),
        new("rule.hostilities.active",
            "Det er aktive kamphandlinger i {hromada}. Der går bare hjelp uten reise, eller utstyr når det er akutt, og ikke dette: {modes}.",
            "{hromada}: тривають активні бойові дії. Можлива лише допомога на відстані або термінова допомога обладнанням, тому це не підходить: {modes}.",
            "There are active hostilities in {hromada}. Only help from afar, or equipment in an acute need, is possible, and not this: {modes}."),
        new("rule.hostilities.no_travel",
            "Aktive kamphandlinger i {hromada}: ingen reiser dit.",
            "{hromada}: активні бойові дії, поїздок туди немає.",
            "Active hostilities in {hromada}: no travel there."),
        new("rule.hostilities.clearance",
            "Mulige kamphandlinger i {hromada}: reiser må klareres først.",
            "{hromada}: можливі бойові дії, тому поїздки спершу потребують дозволу з міркувань безпеки.",
            "Possible hostilities in {hromada}: travel clearance needed."),
    ];

    /// <inheritdoc/>
    public override Sentence? Objection(Fit fit) => fit.Modes.Count > 0
        ? null
        : Sentence.Of(
            "rule.hostilities.active",
            Argument.Municipality("hromada", fit.Hromada.Id),
            Argument.Modes("modes", fit.ReachableModes));

    /// <inheritdoc/>
    public override Sentence? Condition(Fit fit)
    {
        var hromada = Argument.Municipality("hromada", fit.Hromada.Id);
        if (fit.Hromada.HasActiveHostilities) return Sentence.Of("rule.hostilities.no_travel", hromada);
        return fit.Hromada.TerritoryStatus is TerritoryStatus.PossibleHostilities
            ? Sentence.Of("rule.hostilities.clearance", hromada)
            : null;
    }
}
