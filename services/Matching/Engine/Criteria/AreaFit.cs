namespace Kommunebro.Matching.Engine;

/// <summary>Level of competence, in the area itself or by half in a related one.</summary>
public sealed class AreaFit : Criterion
{
    /// <inheritdoc/>
    public override string Code => CriterionCode.AreaFit;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("criterion.area_fit", "Fagområde", "Напрям", "Area"),
        new("criterion.area_fit.same",
            "{supplier} er {level} innen «{offered}», som er nettopp det behovet gjelder.",
            "«{offered}» — саме той напрям, якого стосується потреба. Рівень ({supplier}): {level}.",
            "{supplier} is {level} in “{offered}”, which is exactly what the need is about."),
        new("criterion.area_fit.related",
            "{supplier} er {level} innen «{offered}», som er beslektet med «{needed}».",
            "«{offered}» — напрям, споріднений із «{needed}». Рівень ({supplier}): {level}.",
            "{supplier} is {level} in “{offered}”, which is related to “{needed}”."),
    ];

    /// <inheritdoc/>
    public override Rating Rate(Fit fit)
    {
        if (fit.Competence is not { } competence) throw new ArgumentException("An ineligible pair has no score.", nameof(fit));
        var supplier = Argument.Municipality("supplier", fit.Supplier.Id);
        var level = Argument.Of("level", ArgumentKind.Level, competence.Level);
        var offered = Argument.Area("offered", competence.AreaCode);
        return Rating.Of(fit.Area, fit.SameArea
            ? Sentence.Of("criterion.area_fit.same", supplier, level, offered)
            : Sentence.Of("criterion.area_fit.related", supplier, level, offered, Argument.Area("needed", fit.Need.AreaCode)));
    }
}
