namespace Kommunebro.Matching.Engine;

/// <summary>AUC's verification still holds when the day begins (UTC).</summary>
public sealed class VerificationValid : HardRule
{
    /// <inheritdoc/>
    public override string Code => "verification_valid";

    /// <inheritdoc/>
    public override bool ConcernsNeedAlone => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("rule.verification_valid", "bekreftelsen er utløpt", "строк дії підтвердження минув", "the verification has run out"),
        new("rule.verification_valid.expired",
            "Bekreftelsen fra AUC gikk ut {day}. Behovet må bekreftes på nytt før det kan få en partner.",
            "Підтвердження АМУ було чинним до {day}. Перед добором партнера потребу слід підтвердити знову.",
            "AUC's verification ran out on {day}. The need must be verified again before it can be given a partner."),
    ];

    /// <inheritdoc/>
    public override Sentence? Objection(Fit fit)
    {
        var startOfDay = new DateTimeOffset(fit.Problem.Today, TimeOnly.MinValue, TimeSpan.Zero);
        if (fit.Need.ExpiresAt > startOfDay) return null;
        var day = DateOnly.FromDateTime(fit.Need.ExpiresAt.UtcDateTime);
        return Sentence.Of("rule.verification_valid.expired", Argument.Day("day", day));
    }
}
