using Kommunebro.Registry.Imports;

namespace Kommunebro.Registry.Relations;

/// <summary>What the report of an import of relations says, in one language.</summary>
internal sealed record RelationsWords(string New, string Changed, string Over, string Gone, string More, string Sum, string Faulty, string Same, string DryRun, string Done)
{
    private static readonly Dictionary<string, RelationsWords> All = new(StringComparer.Ordinal)
    {
        ["nb"] = new("ny: {0}", "{0} {1}: «{2}» → «{3}»", "avsluttet her, men i filen: {0}. Det blir stående; se på det.", "ikke i filen lenger: {0}. Det blir stående; se på det.", "… og {0} til.",
            "{0} rader: {1} nye samarbeid, {2} endrede opplysninger, {3} avsluttet her, {4} ikke i filen lenger.",
            "Ingenting er endret: rett radene og prøv igjen.", "Dette er kjent. Ingenting er endret.", "Prøvekjøring: ingenting er endret.", "Registeret er oppdatert."),
        ["uk"] = new("новий запис: {0}", "{0} {1}: «{2}» → «{3}»", "завершено тут, але є у файлі: {0}. Запис залишається; перевірте.", "уже немає у файлі: {0}. Запис залишається; перевірте.", "… і ще {0}.",
            "Рядків: {0}; нових зв’язків: {1}, змінених відомостей: {2}, завершених тут: {3}, відсутніх у файлі: {4}.",
            "Нічого не змінено: виправте рядки й спробуйте ще раз.", "Це вже відомо. Нічого не змінено.", "Пробний запуск: нічого не змінено.", "Реєстр оновлено."),
        ["en"] = new("new: {0}", "{0} {1}: “{2}” → “{3}”", "over here, but in the file: {0}. It stays so; look at it.", "not in the file any more: {0}. It stays; look at it.", "… and {0} more.",
            "{0} rows: {1} new initiatives, {2} facts changed, {3} over here, {4} not in the file any more.",
            "Nothing was changed: mend the rows and try again.", "This is known. Nothing was changed.", "Dry run: nothing was changed.", "The register is brought up to date."),
    };

    /// <summary>Writes the report; the words are in nb, uk or en.</summary>
    public static async Task TellAsync(RelationsReport report, ImportOptions options, TextWriter output)
    {
        var words = All[options.Language];
        await FaultReport.TellAsync(report.Faults, options.Language, output);
        await ReportLines.WriteAsync(output, [.. report.New.Select(one => ReportLines.Of(words.New, one))], words.More);
        await ReportLines.WriteAsync(output, [.. report.Changed.Select(one => ReportLines.Of(words.Changed, one.Who, one.Field, one.Before, one.After))], words.More);
        await ReportLines.WriteAsync(output, [.. report.Over.Select(one => ReportLines.Of(words.Over, one))], words.More);
        await ReportLines.WriteAsync(output, [.. report.Gone.Select(one => ReportLines.Of(words.Gone, one))], words.More);
        await output.WriteLineAsync(ReportLines.Of(words.Sum, report.Rows, report.New.Count, report.Changed.Count, report.Over.Count, report.Gone.Count));
        await output.WriteLineAsync(report.Faults.Count > 0 ? words.Faulty : !report.ChangesAnything ? words.Same : options.DryRun ? words.DryRun : words.Done);
    }
}
