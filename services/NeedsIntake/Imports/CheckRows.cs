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
/// <param name="Content">A hash of all that it says; empty when that cannot be told, or is not the sender's to know of.</param>
/// <param name="Statement">What it says; null when it breaks a rule.</param>
/// <param name="Hromada">Who says it; null when it breaks a rule.</param>
/// <param name="Faults">The rules that it breaks, each as "column:code".</param>
internal sealed record CheckedRow(
    int Line, string Key, string Content, NeedStatement? Statement, KnownMunicipality? Hromada, IReadOnlyList<string> Faults);

/// <summary>Holds each row of a file against the rules that a need over the API has to keep.</summary>
internal sealed class CheckRows(NeedRules rules, DirectoryLookup directory)
{
    private static readonly string Import = EnumName.Of(NeedSource.Import);

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
        var (request, reference, unread) = NeedCells.Read(row);
        var content = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, OnlyWhatIsSaid)));
        var (statement, hromada, broken) = await HoldAsync(request, cancellationToken);
        // A cell that cannot be read leaves a gap, with which the row may look like another one; and whether a hromada of others has this need is not told.
        if (unread.Count > 0 || broken.Any(fault => fault.Code == NeedRules.UnknownMunicipality))
            content = "";
        // A number that is none is told as such, and not as missing, too.
        var told = unread.Select(fault => fault.Field).ToHashSet(StringComparer.Ordinal);
        Violation[] faults = [.. unread, .. broken.Where(fault => !told.Contains(fault.Field))];
        return new CheckedRow(row.Line, KeyOf(row, reference, content, told, organisation), content, faults.Length == 0 ? statement : null, hromada, NamesOf(faults));
    }

    /// <summary>A partner's references are its own; those of staff and operators are the platform's. What cannot be known again is like no other row.</summary>
    private static string KeyOf(SheetRow row, string? reference, string content, HashSet<string> unread, Guid? organisation) =>
        !string.IsNullOrEmpty(reference) && !unread.Contains("reference") ? $"{organisation}:{reference}"
        : content.Length > 0 ? content
        : $"row {row.Line}";

    private async Task<(NeedStatement? Statement, KnownMunicipality? Hromada, IReadOnlyList<Violation> Broken)> HoldAsync(
        NeedRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var (statement, hromada) = await rules.CheckAsync(request with { Source = Import }, cancellationToken);
            return (statement, hromada, []);
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.Invalid)
        {
            return (null, null, refusal.Violations);
        }
    }

    private static List<string> NamesOf(IEnumerable<Violation> faults) =>
        [.. faults.Select(fault => $"{NeedColumns.OfField(fault.Field)?.Code ?? fault.Field}:{fault.Code}").Distinct(StringComparer.Ordinal)];
}
