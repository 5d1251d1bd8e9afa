using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>Says in nb, uk or en why a file of needs is not taken as a whole.</summary>
internal sealed class FileRefusals(string language)
{
    /// <summary>The most that a workbook unpacks to.</summary>
    public const long MostMegabytes = 50;

    // More would be no name, but a file without a first line.
    private const int LongestName = 100;

    private static readonly InThreeLanguages NoColumn = new("Det finnes ingen kolonne «{0}»; se malen.", "Немає стовпця «{0}»; див. шаблон.", "There is no column “{0}”; see the template.");

    private static readonly InThreeLanguages NoName = new(
        "Rad {0} har tekst i kolonne {1}, som ikke har noe navn i første linje.", "Рядок {0} має текст у стовпці {1}, що не має назви в першому рядку.",
        "Row {0} has text in column {1}, which has no name in the first line.");

    private static readonly InThreeLanguages Twice = new("Kolonnen «{0}» står to ganger.", "Стовпець «{0}» указано двічі.", "The column “{0}” stands twice.");

    private static readonly InThreeLanguages Missing = new("Første linje mangler: {0}.", "У першому рядку бракує: {0}.", "The first line lacks: {0}.");

    private static readonly InThreeLanguages Empty = new("Filen har ingen rader.", "Файл не має рядків.", "The file has no rows.");

    // What the reader of tables says, which knows no languages; {0} is the line.
    private static readonly Dictionary<string, InThreeLanguages> OfTables = new(StringComparer.Ordinal)
    {
        ["too_many_rows"] = new(
            $"Høyst {ImportOrder.MostRows} rader. Del filen.", $"Не більше {ImportOrder.MostRows} рядків. Поділіть файл.", $"At most {ImportOrder.MostRows} rows. Send the file in parts."),
        ["wrong_encoding"] = new(
            "Filen er ikke i UTF-8. Lagre den som «CSV UTF-8» eller som .xlsx.", "Файл не в кодуванні UTF-8. Збережіть його як «CSV UTF-8» або .xlsx.",
            "The file is not in UTF-8. Save it as “CSV UTF-8” or as .xlsx."),
        ["malformed_csv"] = new(
            "Linje {0} kan ikke leses. Står et anførselstegn åpent, eller mangler det celler?", "Рядок {0} неможливо прочитати. Можливо, лапки не закрито або бракує комірок.",
            "Line {0} cannot be read. Is a quote open, or are cells missing?"),
        ["not_an_xlsx"] = new(
            "Filen er ingen Excel-arbeidsbok, eller den er avkuttet eller beskyttet med passord.", "Файл не є книгою Excel, або він обрізаний чи захищений паролем.",
            "The file is no Excel workbook, or it is cut off or protected by a password."),
        ["file_too_large"] = new(
            $"Filen er for stor: høyst {MostMegabytes} MB utpakket, {XlsxTable.MostLines} rader med de tomme, {TableForm.MostColumns} kolonner, {TableForm.MostCells} celler og {TableForm.LongestLine} tegn i en linje.",
            $"Файл завеликий: не більше {MostMegabytes} МБ після розпакування, {XlsxTable.MostLines} рядків разом із порожніми, {TableForm.MostColumns} стовпців, {TableForm.MostCells} комірок і {TableForm.LongestLine} знаків у рядку.",
            $"The file is too large: at most {MostMegabytes} MB unpacked, {XlsxTable.MostLines} rows with the empty ones, {TableForm.MostColumns} columns, {TableForm.MostCells} cells and {TableForm.LongestLine} characters in a line."),
    };

    public Refusal UnknownColumn(string name) => Refuse("unknown_column", NoColumn, name.Length > LongestName ? $"{name[..LongestName]}…" : name);

    public Refusal ColumnWithoutName(SheetRow row) => Refuse("unknown_column", NoName, row.Line, row.Beside!);

    public Refusal ColumnTwice(string name) => Refuse("column_twice", Twice, name);

    public Refusal MissingColumns(IEnumerable<NeedColumn> columns) =>
        Refuse("missing_column", Missing, string.Join(", ", columns.Select(column => column.Header[language])));

    public Refusal NoRows() => Refuse("empty_file", Empty);

    /// <summary>The same in the language; what is said in it already stays.</summary>
    public Refusal Translate(Refusal refusal) =>
        OfTables.TryGetValue(refusal.Code, out var words) ? Refuse(refusal.Code, words, ImportFile.LineOf(refusal) ?? 0) : refusal;

    private Refusal Refuse(string code, InThreeLanguages words, params object[] values) =>
        ImportFile.Refuse(code, ReportLines.Of(words[language], values));
}
