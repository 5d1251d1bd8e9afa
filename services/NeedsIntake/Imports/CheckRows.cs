using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>A row after the rules of a need.</summary>
/// <param name="Line">The line or row, from 1.</param>
/// <param name="Key">By what it is known again.</param>
/// <param name="Content">A hash of all that it says.</param>
/// <param name="Statement">What it says; null when it breaks a rule.</param>
/// <param name="Hromada">Who says it; null when it breaks a rule.</param>
/// <param name="Faults">The rules that it breaks, each as "column:code".</param>
internal sealed record CheckedRow(
    int Line, string Key, string Content, NeedStatement? Statement, KnownMunicipality? Hromada, IReadOnlyList<string> Faults);

/// <summary>Holds each row of a file against the rules that a need over the API has to keep.</summary>
internal sealed class CheckRows(NeedRules rules, DirectoryLookup directory)
{
    // Fields that are added later must not make a row look new.
    private static readonly JsonSerializerOptions OnlyWhatIsSaid = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>The rows in their order.</summary>
    /// <exception cref="Refusal">directory_not_ready.</exception>
    public async Task<IReadOnlyList<CheckedRow>> RunAsync(
        IReadOnlyList<SheetRow> rows, Guid? organisation, CancellationToken cancellationToken)
    {
        await directory.ReadAllAsync(cancellationToken);
        var checkedRows = new List<CheckedRow>(rows.Count);
        foreach (var row in rows)
            checkedRows.Add(await CheckAsync(row, organisation, cancellationToken));
        return checkedRows;
    }

    private async Task<CheckedRow> CheckAsync(SheetRow row, Guid? organisation, CancellationToken cancellationToken)
    {
        var (request, reference, faults) = NeedCells.Read(row);
        var content = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, OnlyWhatIsSaid)));
        // A partner's references are its own; those of staff and operators are the platform's.
        var key = string.IsNullOrEmpty(reference) ? content : $"{organisation}:{reference}";
        try
        {
            var (statement, hromada) = await rules.CheckAsync(request, cancellationToken);
            return faults.Count == 0
                ? new CheckedRow(row.Line, key, content, statement, hromada, [])
                : new CheckedRow(row.Line, key, content, null, null, NamesOf(faults));
        }
        catch (Refusal broken) when (broken.Kind == RefusalKind.Invalid)
        {
            // A number that is none is told as such, and not as missing, too.
            var told = faults.Select(fault => fault.Field).ToHashSet(StringComparer.Ordinal);
            return new CheckedRow(row.Line, key, content, null, null, NamesOf([.. faults, .. broken.Violations.Where(fault => !told.Contains(fault.Field))]));
        }
    }

    private static List<string> NamesOf(IEnumerable<Violation> faults) =>
        [.. faults.Select(fault => $"{NeedColumns.OfField(fault.Field)?.Code ?? fault.Field}:{fault.Code}").Distinct(StringComparer.Ordinal)];
}
