namespace Kommunebro.Matching.Engine;

/// <summary>What is said of earlier ties.</summary>
internal static class PriorTieTexts
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new("criterion.prior_tie", "Tidligere bånd", "Попередні зв'язки", "Earlier ties"),
        new("criterion.prior_tie.twin_town",
            "{supplier} og {hromada} er vennskapskommuner eller har en samarbeidsavtale.",
            "{supplier} і {hromada} є побратимами або мають угоду про співпрацю.",
            "{supplier} and {hromada} are twin towns, or have an agreement on cooperation."),
        new("criterion.prior_tie.cooperation",
            "{supplier} og {hromada} samarbeider allerede.",
            "{supplier} і {hromada} вже співпрацюють.",
            "{supplier} and {hromada} work together already."),
        new("criterion.prior_tie.solidarity",
            "{supplier} gir {hromada} akutthjelp.",
            "{supplier} надає термінову допомогу ({hromada}).",
            "{supplier} gives {hromada} acute help."),
        new("criterion.prior_tie.project",
            "{supplier} og {hromada} har et felles prosjekt.",
            "{supplier} і {hromada} мають спільний проєкт.",
            "{supplier} and {hromada} have a project together."),
        new("criterion.prior_tie.both",
            "{supplier} og {hromada} ønsker hverandre som partner.",
            "{supplier} і {hromada} бажають бути партнерами.",
            "{supplier} and {hromada} wish for each other as a partner."),
        new("criterion.prior_tie.supplier",
            "{supplier} ønsker {hromada} som partner.",
            "{supplier} бажає мати партнером цю громаду: {hromada}.",
            "{supplier} wishes for {hromada} as a partner."),
        new("criterion.prior_tie.hromada",
            "{hromada} ønsker {supplier} som partner.",
            "{hromada}: бажаний партнер — {supplier}.",
            "{hromada} wishes for {supplier} as a partner."),
        new("criterion.prior_tie.unknown",
            "Det er ikke registrert om {supplier} og {hromada} har hatt kontakt før.",
            "Немає даних про те, чи мали {supplier} і {hromada} зв'язки раніше.",
            "Whether {supplier} and {hromada} have had ties before is not recorded."),
    ];
}
