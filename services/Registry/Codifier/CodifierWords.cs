namespace Kommunebro.Registry.Codifier;

/// <summary>What the report of an import of the codifier says, in one language.</summary>
internal sealed record CodifierWords(string New, string Renamed, string Gone, string More, string Sum, string Faulty, string DryRun, string Done)
{
    private static readonly Dictionary<string, CodifierWords> All = new(StringComparer.Ordinal)
    {
        ["nb"] = new("ny: {0}", "nytt navn: {0} {1} → {2}", "ikke i kodifikatoren lenger: {0}. Den blir stående; se på den.", "… og {0} til.",
            "{0} rader, {1} hromadaer: {2} nye, {3} med nytt navn, {4} ikke lenger med. {5} bosetninger.", "Ingenting er endret: rett radene og prøv igjen.", "Prøvekjøring: ingenting er endret.", "Registeret er som kodifikatoren."),
        ["uk"] = new("нова: {0}", "нова назва: {0} {1} → {2}", "уже немає в кодифікаторі: {0}. Запис залишається; перевірте.", "… і ще {0}.",
            "Рядків: {0}, громад: {1} (нових: {2}, перейменованих: {3}, відсутніх: {4}), населених пунктів: {5}.", "Нічого не змінено: виправте рядки й спробуйте ще раз.", "Пробний запуск: нічого не змінено.", "Реєстр відповідає кодифікатору."),
        ["en"] = new("new: {0}", "new name: {0} {1} → {2}", "not in the codifier any more: {0}. It stays; look at it.", "… and {0} more.",
            "{0} rows, {1} hromadas: {2} new, {3} renamed, {4} gone. {5} settlements.", "Nothing was changed: mend the rows and try again.", "Dry run: nothing was changed.", "The register is as the codifier."),
    };

    /// <summary>The words in nb, uk or en.</summary>
    public static CodifierWords In(string language) => All[language];
}
