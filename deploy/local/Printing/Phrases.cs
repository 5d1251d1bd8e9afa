using System.Globalization;

namespace Kommunebro.Local.Printing;

/// <summary>What the terminal says around the plan, in one language.</summary>
internal sealed record Phrases(
    CultureInfo Culture,
    string Illustrative,
    string Matches,
    string Supplier,
    string Hromada,
    string Need,
    string PersonDays,
    string Score,
    string Why,
    string Assumed,
    string Condition,
    string Withheld,
    string Unmatched,
    string Idle,
    string NothingProposed,
    string Proven,
    string Unproven,
    Func<int, int, int, int, int, string> Totals,
    Func<Serving, string> Serving)
{
    private static readonly Phrases Bokmal = new(
        CultureInfo.GetCultureInfo("nb-NO"),
        "EKSEMPEL TIL ILLUSTRASJON: tilbud og behov er oppdiktet og sier ingenting om disse stedene.",
        "Hvem kan hjelpe hvem",
        "Hvem",
        "Hromada",
        "Behov",
        "Dagsverk",
        "Poeng",
        "Hvorfor",
        "Antatt, må bekreftes:",
        "Må avklares først:",
        "(skjermet)",
        "Hvem fikk ingenting, og hvorfor",
        "Kommuner uten forslag, og hvorfor",
        "Ingen forslag.",
        "Planen er bevist best mulig.",
        "Planen er ikke bevist best mulig; arbeidet sluttet før.",
        (needs, matched, helped, suppliers, days) =>
            $"{matched} av {needs} behov fikk et forslag, i {helped} hromadaer, fra {suppliers} kommuner; {days} dagsverk.",
        serving => $"""

            Plattformen kjører. Ctrl-C stopper den.
              nettklient    {serving.Origin}admin
                logg inn med  {Printing.Serving.Accounts}
                passord       {serving.Password}
              API           {serving.Origin}docs
                sandkasse     {serving.SandboxId} / {serving.SandboxSecret}
                  handler for {Printing.Serving.SandboxMunicipalities}
              e-post        {serving.Mail}
            """);

    private static readonly Phrases Ukrainian = new(
        CultureInfo.GetCultureInfo("uk-UA"),
        "ПРИКЛАД ДЛЯ ІЛЮСТРАЦІЇ: пропозиції та потреби вигадані й нічого не стверджують про ці місця.",
        "Хто кому може допомогти",
        "Хто",
        "Громада",
        "Потреба",
        "Людино-дні",
        "Бали",
        "Чому",
        "Припущено, слід підтвердити:",
        "Спершу з’ясувати:",
        "(приховано)",
        "Хто не отримав нічого і чому",
        "Муніципалітети без рекомендацій і чому",
        "Рекомендацій немає.",
        "Доведено, що план найкращий можливий.",
        "Не доведено, що план найкращий: робота закінчилася раніше.",
        (needs, matched, helped, suppliers, days) =>
            $"Рекомендації отримали потреби: {matched} з {needs}; громад: {helped}; муніципалітетів: {suppliers}; людино-днів: {days}.",
        serving => $"""

            Платформа працює. Ctrl-C її зупиняє.
              вебклієнт       {serving.Origin}admin
                вхід як         {Printing.Serving.Accounts}
                пароль          {serving.Password}
              API             {serving.Origin}docs
                тестовий клієнт {serving.SandboxId} / {serving.SandboxSecret}
                  діє за        {Printing.Serving.SandboxMunicipalities}
              пошта           {serving.Mail}
            """);

    private static readonly Phrases English = new(
        CultureInfo.GetCultureInfo("en-GB"),
        "ILLUSTRATIVE EXAMPLE: offers and needs are invented and make no statement about these places.",
        "Who could help whom",
        "Who",
        "Hromada",
        "Need",
        "Person-days",
        "Score",
        "Why",
        "Assumed, to be confirmed:",
        "To be cleared first:",
        "(withheld)",
        "Who got nothing, and why",
        "Municipalities without a proposal, and why",
        "No proposals.",
        "The plan is proven to be the best possible.",
        "The plan is not proven to be the best possible; the work ended before.",
        (needs, matched, helped, suppliers, days) =>
            $"{matched} of {needs} needs got a proposal, in {helped} hromadas, from {suppliers} municipalities; {days} person-days.",
        serving => $"""

            The platform is running. Ctrl-C stops it.
              admin client  {serving.Origin}admin
                sign in as    {Printing.Serving.Accounts}
                password      {serving.Password}
              API           {serving.Origin}docs
                sandbox       {serving.SandboxId} / {serving.SandboxSecret}
                  acts for    {Printing.Serving.SandboxMunicipalities}
              e-mail        {serving.Mail}
            """);

    /// <summary>The phrases of nb, uk or en.</summary>
    public static Phrases In(string language) => language switch
    {
        "nb" => Bokmal,
        "uk" => Ukrainian,
        _ => English,
    };
}
