using Kommunebro.Contracts;

namespace Kommunebro.NeedsIntake.Calls;

/// <summary>Why AUC should call a hromada.</summary>
/// <param name="Code">territory_changed, silence, unanswered or runs_out.</param>
/// <param name="Text">The same in words.</param>
/// <param name="DueAt">By when (UTC); may have passed.</param>
/// <param name="NeedIds">The needs that it is about.</param>
public sealed record CallReason(string Code, LocalizedText Text, DateTimeOffset DueAt, IReadOnlyList<Guid> NeedIds)
{
    internal static readonly LocalizedText TerritoryChanged = new(
        "Statusen til territoriet er endret. Se på behovene på nytt innen 48 timer.",
        "Статус території змінився. Перегляньте потреби протягом 48 годин.",
        "The territory status has changed. Look at the needs anew within 48 hours.");

    internal static readonly LocalizedText Silence = new(
        "Hromadaen har ikke sagt noe på 90 dager. Ring; ingenting er mistet.",
        "Громада мовчить 90 днів. Зателефонуйте; нічого не втрачено.",
        "The hromada has said nothing for 90 days. Call it; nothing is lost.");

    internal static readonly LocalizedText Unanswered = new(
        "Et spørsmål fra AUC har stått ubesvart i 14 dager.",
        "Запитання АМУ 14 днів без відповіді.",
        "A question of AUC has not been answered for 14 days.");

    internal static readonly LocalizedText RunsOut = new(
        "Bekreftelsen går ut innen 30 dager, eller har gått ut. Bekreft på nytt.",
        "Підтвердження спливає протягом 30 днів або вже сплило. Підтвердьте знову.",
        "The verification runs out within 30 days, or has run out. Verify again.");
}
