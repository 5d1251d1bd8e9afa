using Kommunebro.Contracts;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>Why a field helps.</summary>
internal static class GuidanceTexts
{
    private static readonly LocalizedText Demanded = new(
        "Uten dette kan behovet ikke sendes inn.", "Без цього потребу не можна подати.", "Without this the need cannot be submitted.");

    /// <summary>It was right when the draft was kept, and is not any more.</summary>
    public static readonly LocalizedText NoLongerRight = new(
        "Dette gjelder ikke lenger, f.eks. en dato som er passert. Rett det før behovet sendes inn.",
        "Це вже не актуально, наприклад дата минула. Виправте це перед поданням потреби.",
        "This no longer holds, e.g. a day that has passed. Correct it before the need is submitted.");

    private static readonly Dictionary<string, LocalizedText> Texts = new(StringComparer.Ordinal)
    {
        ["description"] = new(
            "Hva er situasjonen i dag, og hva skal bli annerledes? AUC kan da bekrefte uten å ringe.",
            "Яка ситуація зараз і що має змінитися? Тоді АМУ зможе підтвердити без дзвінка.",
            "What is the situation today, and what should be different? AUC can then verify without a call."),
        ["personDays"] = new(
            "Dagsverk eller et anslått omfang viser hvilken kommune som har nok kapasitet. Ellers antas det etter en regel.",
            "Людино-дні або оцінка обсягу показують, який муніципалітет має досить можливостей. Інакше обсяг припускають за правилом.",
            "Person-days or an effort band show which municipality has enough capacity. Otherwise a rule assumes it."),
        ["kind"] = new(
            "Er det kunnskap, utstyr eller bygg? Det avgjør hva vi spør om videre.",
            "Це знання, обладнання чи будівництво? Від цього залежать наступні запитання.",
            "Is it knowledge, equipment or building? It decides what is asked next."),
        ["desiredModes"] = new(
            "Ønskede arbeidsformer gir bedre treff: råd på nett, besøk, opplæring?",
            "Бажані форми роботи поліпшують добір: поради онлайн, візит, навчання?",
            "Wanted ways of working give better matches: advice online, a visit, training?"),
        ["neededBy"] = new(
            "Et akutt behov med dato kommer først i køen.",
            "Невідкладна потреба з датою буде першою в черзі.",
            "An acute need with a date comes first in the queue."),
        ["cost"] = new(
            "Et anslag med valuta og egenandel viser om det finnes finansiering.",
            "Оцінка вартості з валютою і власним внеском показує, чи є фінансування.",
            "An estimate with currency and own share shows whether there is funding."),
        ["readiness"] = new(
            "Finnes det tegninger eller et prosjekt i DREAM? Da kan hjelpen starte raskere.",
            "Чи є документація або проєкт у DREAM? Тоді допомога почнеться швидше.",
            "Are there documents or a project in DREAM? Help can then start sooner."),
        ["quantity"] = new(
            "Antall og enhet gjør at utstyr kan tilbys.",
            "Кількість та одиниця дають змогу запропонувати обладнання.",
            "Number and unit let others offer equipment."),
        ["peopleAffected"] = new(
            "Hvor mange gjelder det? Bare tall, ingen navn.",
            "Скількох людей це стосується? Лише числа, без імен.",
            "How many people does it concern? Numbers only, no names."),
        ["season"] = new(
            "Behov som gjelder vinteren, løftes når den nærmer seg.",
            "Потреби, пов'язані із зимою, піднімають, коли вона наближається.",
            "Needs of the winter are raised when it is near."),
        ["title.en"] = new(
            "En tittel på engelsk kan leses av alle. Merk den som oversettelse.",
            "Назву англійською зможуть прочитати всі. Позначте її як переклад.",
            "A title in English can be read by everybody. Mark it as a translation."),
    };

    /// <summary>Why <paramref name="field"/> helps; what has no words of its own is demanded.</summary>
    public static LocalizedText Of(string field) => Texts.GetValueOrDefault(field, Demanded);
}
