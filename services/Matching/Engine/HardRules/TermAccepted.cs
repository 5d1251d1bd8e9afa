using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>The supplier accepts cooperation of the length that the need's horizon asks for: short for acute needs, long for the others. One that named no length excludes nothing.</summary>
public sealed class TermAccepted : HardRule
{
    /// <inheritdoc/>
    public override string Code => "term_accepted";

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("rule.term_accepted", "er bare åpen for en annen varighet", "інша тривалість співпраці", "accepts another length of cooperation"),
        new("rule.term_accepted.other",
            "Behovet er {horizon}, mens {supplier} bare er åpen for {terms} samarbeid.",
            "Строк потреби: {horizon}. {supplier} погоджується лише на таку співпрацю: {terms}.",
            "The need is {horizon}, while {supplier} accepts only {terms} cooperation."),
    ];

    /// <summary>The length of cooperation that <paramref name="horizon"/> asks for.</summary>
    public static Term For(Horizon horizon) => horizon is Horizon.Acute ? Term.Short : Term.Long;

    /// <inheritdoc/>
    public override Sentence? Objection(Fit fit)
    {
        var accepted = fit.Supplier.Terms;
        if (accepted.Count == 0 || accepted.Contains(For(fit.Need.Horizon))) return null;
        return Sentence.Of(
            "rule.term_accepted.other",
            Argument.Municipality("supplier", fit.Supplier.Id),
            new Argument("horizon", ArgumentKind.Horizon, WireName.Of(fit.Need.Horizon)),
            new Argument("terms", ArgumentKind.Terms, string.Join(',', accepted.Distinct().Order().Select(WireName.Of))));
    }
}
