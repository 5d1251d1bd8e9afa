using Kommunebro.Registry.Imports;

namespace Kommunebro.Registry.Registers;

/// <summary>What the report of an import of figures says, in one language.</summary>
internal sealed record RegisterWords(string New, string Changed, string Masked, string Review, string More, string Sum, string Faulty, string Same, string DryRun, string Done)
{
    private static readonly Dictionary<string, RegisterWords> All = new(StringComparer.Ordinal)
    {
        ["nb"] = new("ny: {0}", "{0} {1}: «{2}» → «{3}»", "{0} {1}: endres (verdiene vises ikke)", "til gjennomgang: {0}, {1}: {2}", "… og {0} til.",
            "{0} rader: {1} nye kommuner, {2} endrede opplysninger, {3} nye tall, {4} nye koder og overganger, {5} rader til gjennomgang.",
            "Ingenting er endret: rett radene og prøv igjen.", "Dette er kjent. Ingenting er endret.", "Prøvekjøring: ingenting er endret.", "Registeret er oppdatert."),
        ["uk"] = new("новий запис: {0}", "{0} {1}: «{2}» → «{3}»", "{0} {1}: змінюється (значення приховано)", "на перевірку: {0}, {1}: {2}", "… і ще {0}.",
            "Рядків: {0}; нових муніципалітетів: {1}, змінених відомостей: {2}, нових показників: {3}, нових кодів і переходів: {4}, рядків на перевірку: {5}.",
            "Нічого не змінено: виправте рядки й спробуйте ще раз.", "Це вже відомо. Нічого не змінено.", "Пробний запуск: нічого не змінено.", "Реєстр оновлено."),
        ["en"] = new("new: {0}", "{0} {1}: “{2}” → “{3}”", "{0} {1}: changes (the values are kept back)", "for review: {0}, {1}: {2}", "… and {0} more.",
            "{0} rows: {1} new municipalities, {2} facts changed, {3} new figures, {4} new codes and successions, {5} rows for review.",
            "Nothing was changed: mend the rows and try again.", "This is known. Nothing was changed.", "Dry run: nothing was changed.", "The register is brought up to date."),
    };

    private string Tell(RegisterChange one) =>
        one is { Before: { } before, After: { } after } ? ReportLines.Of(Changed, one.Code, one.Field, before, after) : ReportLines.Of(Masked, one.Code, one.Field);

    /// <summary>Writes the report; the words are in nb, uk or en.</summary>
    public static async Task TellAsync(RegisterReport report, ImportOptions options, TextWriter output)
    {
        var words = All[options.Language];
        await FaultReport.TellAsync(report.Faults, options.Language, output);
        await ReportLines.WriteAsync(output, [.. report.New.Select(one => ReportLines.Of(words.New, one))], words.More);
        await ReportLines.WriteAsync(output, [.. report.Changed.Select(words.Tell)], words.More);
        await ReportLines.WriteAsync(
            output,
            [.. report.Reviews.Select(row => ReportLines.Of(words.Review, row.Code, row.Field, new RowFault(0, row.Field, row.Reason, row.Value).Tell(options.Language)))],
            words.More);
        await output.WriteLineAsync(ReportLines.Of(
            words.Sum, report.Rows, report.New.Count, report.Changed.Count, report.Figures, report.Successions, report.Reviews.Count));
        await output.WriteLineAsync(report.Faults.Count > 0 ? words.Faulty : !report.ChangesAnything ? words.Same : options.DryRun ? words.DryRun : words.Done);
    }
}
