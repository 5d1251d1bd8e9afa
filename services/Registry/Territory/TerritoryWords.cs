using Kommunebro.Contracts;

namespace Kommunebro.Registry.Territory;

/// <summary>What the report of an import says, in one language.</summary>
internal sealed record TerritoryWords(
    string Unresolved,
    string MoreUnresolved,
    string Sum,
    string Partly,
    IReadOnlyDictionary<TerritoryStatus, string> Statuses,
    IReadOnlyDictionary<TerritoryOutcome, string> Outcomes)
{
    private static readonly TerritoryWords Nb = new(
        "Rad {0}, {1}: unntak er bare nevnt ved navn. En hromada regnes da som delvis rammet, et rajon eller en oblast helt.",
        "… og {0} rader med slike unntak til.",
        "{0} rader, {1} perioder: {2} nye, {3} avsluttet, {4} borte. {5} hromadaer i registeret får en annen status.",
        "delvis",
        Named("ikke på listen", "mulige kamphandlinger", "aktive kamphandlinger", "aktive kamphandlinger, registre virker", "okkupert"),
        Told(
            "Ingenting er endret: rett radene og prøv igjen.", "Denne utgaven er kjent. Ingenting er endret.", "Prøvekjøring: ingenting er endret.",
            "Utgaven gjelder nå.", "Utgaven retter den som var kjent for samme dag, og gjelder nå.", "En nyere utgave gjelder. Denne er tatt vare på som historie."));

    private static readonly TerritoryWords Uk = new(
        "Рядок {0}, {1}: винятки названо лише словами. Громада тоді вважається охопленою частково, район чи область — повністю.",
        "… і ще рядків із такими винятками: {0}.",
        "Рядків: {0}, періодів: {1} (нових: {2}, завершених: {3}, вилучених: {4}). Громад реєстру, що отримають інший статус: {5}.",
        "частково",
        Named("не в переліку", "можливі бойові дії", "активні бойові дії", "активні бойові дії, реєстри працюють", "тимчасово окупована"),
        Told(
            "Нічого не змінено: виправте рядки й спробуйте ще раз.", "Ця редакція вже відома. Нічого не змінено.", "Пробний запуск: нічого не змінено.",
            "Редакція тепер чинна.", "Редакція виправляє відому за той самий день і тепер чинна.", "Чинна новіша редакція. Цю збережено для історії."));

    private static readonly TerritoryWords En = new(
        "Row {0}, {1}: exceptions are told by name alone. A hromada then counts as partly so, a raion or oblast wholly.",
        "… and {0} rows with such exceptions more.",
        "{0} rows, {1} periods: {2} new, {3} ended, {4} gone. {5} hromadas of the register get another status.",
        "partly",
        Named("not listed", "possible hostilities", "active hostilities", "active hostilities, registers work", "occupied"),
        Told(
            "Nothing was changed: mend the rows and try again.", "This edition is known. Nothing was changed.", "Dry run: nothing was changed.",
            "The edition is in force.", "The edition corrects what was known for the same day, and is in force.", "A newer edition is in force. This one is kept as history."));

    /// <summary>The words in nb, uk or en.</summary>
    public static TerritoryWords In(string language) => language switch { "nb" => Nb, "uk" => Uk, _ => En };

    /// <summary>A status, and whether it holds for a part.</summary>
    public string State(TerritoryState state) => state.Coverage == TerritoryCoverage.Partial ? $"{Statuses[state.Status]} ({Partly})" : Statuses[state.Status];

    /// <summary>A hromada whose status becomes another.</summary>
    public string Change(TerritoryChange change) => $"{change.Code} {change.Name}: {State(change.Before)} → {State(change.After)}";

    private static Dictionary<TerritoryStatus, string> Named(params string[] names) =>
        Enum.GetValues<TerritoryStatus>().Zip(names).ToDictionary(pair => pair.First, pair => pair.Second);

    private static Dictionary<TerritoryOutcome, string> Told(params string[] names) =>
        Enum.GetValues<TerritoryOutcome>().Zip(names).ToDictionary(pair => pair.First, pair => pair.Second);
}
