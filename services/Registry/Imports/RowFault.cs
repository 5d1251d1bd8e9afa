namespace Kommunebro.Registry.Imports;

/// <summary>What is wrong with a row of a file.</summary>
/// <param name="Line">The line or row, from 1.</param>
/// <param name="Field">The column.</param>
/// <param name="Code">The rule's stable name.</param>
/// <param name="Value">What stands there.</param>
public sealed record RowFault(int Line, string Field, string Code, string Value)
{
    private const int Longest = 60;

    private static readonly Dictionary<string, (string Nb, string Uk, string En)> Texts = new(StringComparer.Ordinal)
    {
        ["cyrillic_letters"] = ("Koden har kyrilliske bokstaver.", "У коді є кириличні літери.", "The code has Cyrillic letters."),
        ["lower_case"] = ("KATOTTG skrives med store bokstaver.", "КАТОТТГ пишеться великими літерами.", "KATOTTG is written in upper case."),
        ["invalid_katottg"] = ("Koden er ikke UA og 17 sifre.", "Код не має вигляду UA і 17 цифр.", "The code is not UA and 17 digits."),
        ["unknown_category"] = ("Kategorien er ukjent.", "Категорія невідома.", "The category is unknown."),
        ["missing_start"] = ("Første dag mangler.", "Немає дати початку.", "The first day is missing."),
        ["invalid_date"] = ("Dette er ingen dato (dd.mm.åååå).", "Це не дата (дд.мм.рррр).", "This is no date (dd.mm.yyyy)."),
        ["unpaired_dates"] = ("Det er ikke like mange start- og sluttdatoer.", "Кількість дат початку і завершення не збігається.", "There are not as many dates of end as of start."),
        ["end_before_start"] = ("Sluttdatoen er før startdatoen.", "Завершення раніше за початок.", "The end lies before the start."),
        ["outside_unit"] = ("Kodene hører ikke sammen.", "Один код не входить до іншого.", "One code does not lie in the other."),
        ["wrong_level"] = ("Koden og kategorien er ikke av samme nivå.", "Код і категорія належать до різних рівнів.", "Code and category are not of the same level."),
        ["missing_name"] = ("Navnet mangler.", "Немає назви.", "The name is missing."),
        ["code_twice"] = ("Koden står to ganger.", "Код вказано двічі.", "The code stands twice."),
        ["invalid_kommunenummer"] = ("Et kommunenummer er fire sifre.", "Код норвезького муніципалітету — чотири цифри.", "A kommunenummer is four digits."),
        ["invalid_fylkesnummer"] = ("Et fylkesnummer er to sifre.", "Код норвезької області — дві цифри.", "A fylkesnummer is two digits."),
        ["invalid_organisation_number"] = ("Et organisasjonsnummer er ni sifre.", "Норвезький номер організації — дев’ять цифр.", "An organisation number is nine digits."),
        ["invalid_edrpou"] = ("EDRPOU er åtte sifre.", "Код ЄДРПОУ — вісім цифр.", "An EDRPOU code is eight digits."),
        ["wrong_check_digit"] = ("Kontrollsifferet stemmer ikke.", "Контрольна цифра не збігається.", "The check digit does not fit."),
        ["not_a_hromada"] = ("Koden tilhører ikke en hromada.", "Це не код громади.", "The code is not of a hromada."),
        ["invalid_day"] = ("Dette er ingen dato (åååå-mm-dd).", "Це не дата (рррр-мм-дд).", "This is no date (yyyy-mm-dd)."),
        ["invalid_number"] = ("Dette er ikke et tall.", "Це не число.", "This is no number."),
        ["outside_country"] = ("Punktet ligger ikke i landet.", "Точка лежить за межами країни.", "The point does not lie in the country."),
        ["missing_value"] = ("Verdien mangler.", "Немає значення.", "The value is missing."),
        ["too_long"] = ("Teksten er for lang.", "Текст задовгий.", "The text is too long."),
        ["control_characters"] = ("Teksten har styretegn, eller tegn som snur skriveretningen.", "У тексті є керівні символи або символи, що змінюють напрямок письма.", "The text has control characters, or such that override the direction of writing."),
        ["out_of_range"] = ("Tallet er for stort.", "Число завелике.", "The number is too great."),
        ["unknown_code"] = ("Koden står ikke i registeret.", "Такого коду немає в реєстрі.", "The code does not stand in the register."),
        ["unknown_county"] = ("Fylket er ikke funnet.", "Область не знайдено.", "The county was not found."),
        ["gone"] = ("Står ikke i listen lenger.", "Більше немає в переліку.", "It does not stand in the list any more."),
        ["closing_down"] = ("Enheten er slettet, konkurs eller under avvikling.", "Організацію ліквідовано, визнано банкрутом або вона припиняється.", "The organisation is struck off, bankrupt or being wound up."),
        ["number_changed"] = ("Registeret har et annet organisasjonsnummer.", "У реєстрі інший номер організації.", "The register has another organisation number."),
        ["zero_is_missing"] = ("Null betyr trolig at tallet mangler.", "Нуль, імовірно, означає, що даних немає.", "Zero probably means that the figure is missing."),
        ["doubtful_place"] = ("Punktet er usikkert.", "Точка сумнівна.", "The point is doubtful."),
        ["invalid_address"] = ("Dette er ingen nettadresse.", "Це не адреса вебсайту.", "This is no address of a website."),
        ["unknown_municipality"] = ("Koden står ikke i registeret.", "Такого коду немає в реєстрі.", "The code does not stand in the register."),
        ["unknown_value"] = ("Verdien er ikke i listen.", "Такого значення немає в переліку.", "The value is none of the list."),
        ["missing_field"] = ("Verdien mangler.", "Немає значення.", "The value is missing."),
        ["one_of_two"] = ("Gi koden til den som hjelper, eller navn og land på en utenfor registeret.", "Вкажіть код того, хто допомагає, або назву й країну сторони поза реєстром.", "Give the code of who helps, or the name and country of an outside party."),
        ["self_relation"] = ("En hromada er ikke sin egen partner.", "Громада не може бути партнером самій собі.", "A hromada is no partner of itself."),
        ["follows_from_code"] = ("Landet følger av koden.", "Країна випливає з коду.", "The country follows from the code."),
        ["invalid_country"] = ("Landet er to små bokstaver (ISO 3166-1).", "Країна — дві малі літери (ISO 3166-1).", "The country is two small letters (ISO 3166-1)."),
        ["too_short"] = ("Teksten er for kort.", "Текст закороткий.", "The text is too short."),
        ["by_step"] = ("Samarbeid avsluttes og trekkes for seg, ikke her.", "Завершення і відкликання вносять окремо, не тут.", "Initiatives are ended and withdrawn by themselves, not here."),
        ["relation_twice"] = ("De samme to står to ganger med samme program og referanse.", "Ті самі двоє вказані двічі з тією самою програмою і посиланням.", "The same two stand twice with the same programme and reference."),
        ["stands_twice"] = ("Samme enhet, kategori og dag står to ganger.", "Та сама одиниця, категорія і дата вказані двічі.", "The same unit, category and day stand twice."),
    };

    /// <summary>The fault for a person, in nb, uk or en.</summary>
    public string Tell(string language)
    {
        var (nb, uk, en) = Texts[Code];
        var text = language switch { "nb" => nb, "uk" => uk, _ => en };
        return Value.Length == 0 ? text : $"{text} “{(Value.Length > Longest ? $"{Value[..Longest]}…" : Value).ReplaceLineEndings(" ")}”";
    }
}
