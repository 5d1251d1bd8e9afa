using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>What breaks a rule, for the person who sends a file; the API says the same in English.</summary>
internal static class FaultWords
{
    private static readonly Dictionary<string, InThreeLanguages> Texts = new(StringComparer.Ordinal)
    {
        ["missing_field"] = new("Dette må fylles ut.", "Це поле обов’язкове.", "This must be filled in."),
        ["cyrillic_letters"] = new("Koden har kyrilliske bokstaver.", "У коді є кириличні літери.", "The code has Cyrillic letters."),
        ["lower_case"] = new("Koden skrives med store bokstaver.", "Код пишеться великими літерами.", "The code is written in upper case."),
        ["invalid_katottg"] = new("Koden er ikke UA og 17 sifre.", "Код не має вигляду UA і 17 цифр.", "The code is not UA and 17 digits."),
        ["unknown_municipality"] = new(
            "Ingen hromada som du handler for, har denne koden.", "Жодна громада, від імені якої ви дієте, не має цього коду.",
            "No hromada that you act for has this code."),
        ["unknown_area"] = new("Ingen område har denne koden.", "Жоден напрям не має цього коду.", "No area has this code."),
        ["deprecated_area"] = new(
            "Dette området brukes ikke lenger; kodelisten sier hva som kom i stedet.", "Цей напрям більше не використовується; у переліку вказано, чим його замінено.",
            "This area is not used any more; the code list says what took its place."),
        ["too_short"] = new("Teksten er for kort.", "Текст закороткий.", "The text is too short."),
        ["too_long"] = new("Teksten er for lang.", "Текст задовгий.", "The text is too long."),
        ["control_characters"] = new(
            "Teksten har styretegn eller tegn som snur skriveretningen.", "Текст містить керівні знаки або знаки, що змінюють напрям письма.",
            "The text has control characters, or characters that turn the direction of writing."),
        ["unknown_value"] = new("Verdien står ikke i listen.", "Такого значення немає в списку.", "The value is not in the list."),
        ["wrong_type"] = new("Dette må være et helt tall.", "Тут має бути ціле число.", "This must be a whole number."),
        ["invalid_amount"] = new(
            "Skriv tallet uten tusenskille, f.eks. 1200000,50.", "Пишіть число без розділювача тисяч, напр. 1200000,50.",
            "Write the number without thousands separators, e.g. 1200000.50."),
        ["part_over_whole"] = new("Delen er større enn det hele.", "Частина більша за ціле.", "The part is larger than the whole."),
        ["unknown_currency"] = new("Denne valutaen brukes ikke her.", "Ця валюта тут не використовується.", "This currency is not used here."),
        ["invalid_dream_id"] = new(
            "En id i DREAM er DREAM-UA-DDMMÅÅ- og 8 store bokstaver eller sifre.", "Ідентифікатор DREAM — це DREAM-UA-ДДММРР- і 8 великих літер або цифр.",
            "An id of DREAM is DREAM-UA-DDMMYY- and 8 capital letters or digits."),
        ["no_text"] = new("Det er ingen tittel på dette språket.", "Цією мовою немає назви.", "There is no title in this language."),
        ["no_original"] = new("Ett av språkene må være originalen.", "Одна з мов має бути оригіналом.", "One language must be the original."),
        ["out_of_range"] = new("Verdien er for liten eller for stor.", "Значення замале або завелике.", "The value is too small or too large."),
        ["stands_twice"] = new("Noe er nevnt to ganger.", "Щось указано двічі.", "Something is named twice."),
        ["unknown_language"] = new("Dette er ingen språkkode av ISO 639-1.", "Це не код мови за ISO 639-1.", "This is no language code of ISO 639-1."),
        ["effort_twice"] = new(
            "Oppgi enten dagsverk eller anslag, ikke begge.", "Вкажіть або людино-дні, або оцінку, не обидва.", "Give person-days or a band, not both."),
        ["invalid_date"] = new("Dette er ingen dato (åååå-mm-dd).", "Це не дата (рррр-мм-дд).", "This is no date (yyyy-mm-dd)."),
        ["date_in_past"] = new("Dagen er forbi.", "Цей день уже минув.", "The day has passed."),
        ["date_too_far"] = new("Dagen er mer enn ti år frem.", "До цього дня понад десять років.", "The day is more than ten years ahead."),
        ["reference_taken"] = new(
            "Et behov med denne referansen er importert med et annet innhold; endre behovet selv.",
            "Потребу з цим номером уже імпортовано з іншим змістом; змініть саму потребу.",
            "A need with this reference was imported with other content; revise the need itself."),
    };

    private static readonly InThreeLanguages RowBefore = new(
        "Rad {0} i filen har samme referanse med et annet innhold.", "Рядок {0} файлу має той самий номер з іншим змістом.",
        "Row {0} of the file has the same reference with other content.");

    private static readonly InThreeLanguages Other = new("Regelen {0} er brutt.", "Порушено правило {0}.", "The rule {0} is broken.");

    /// <summary>The fault with <paramref name="code"/> in words.</summary>
    /// <param name="code">Its stable name.</param>
    /// <param name="line">The other line of the file with which the row collides; null when it is wrong by itself.</param>
    /// <param name="language">nb, uk or en.</param>
    public static string Tell(string code, string? line, string language) =>
        line is not null ? RowBefore[language].Replace("{0}", line, StringComparison.Ordinal)
        : Texts.TryGetValue(code, out var words) ? words[language]
        : Other[language].Replace("{0}", code, StringComparison.Ordinal);
}
