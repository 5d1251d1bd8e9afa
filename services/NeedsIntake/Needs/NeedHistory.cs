using System.Text.Json.Nodes;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What was done with a need.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Action">What, e.g. need.verify.</param>
/// <param name="Who">The account, client or service, as audit names it.</param>
/// <param name="Text">The question, reason or note that went with it; empty when none did.</param>
public sealed record NeedHistoryEntry(DateTimeOffset At, string Action, string Who, string Text);

/// <summary>The history of a need, out of the audit.</summary>
internal static class NeedHistory
{
    /// <summary>All that was done with the need <paramref name="id"/>, oldest first.</summary>
    public static async Task<IReadOnlyList<NeedHistoryEntry>> ReadAsync(NeedsIntakeDb db, Guid id, CancellationToken cancellationToken)
    {
        var subject = id.ToString();
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => entry.SubjectType == "need" && entry.SubjectId == subject)
            .OrderBy(entry => entry.Id)
            .ToListAsync(cancellationToken);
        return entries.ConvertAll(entry => new NeedHistoryEntry(entry.At, entry.Action, entry.Who, TextOf(entry)));
    }

    private static string TextOf(AuditEntry entry)
    {
        var after = entry.After is null ? null : JsonNode.Parse(entry.After);
        string Said(string field) => (string?)after?[field] ?? "";
        return entry.Action switch
        {
            "need.return" => Said("question"),
            "need.verify" => Said("verificationNote"),
            "need.reject" => Said("rejectionText") is { Length: > 0 } text ? $"{Said("rejectionReason")}: {text}" : Said("rejectionReason"),
            "need.withdraw" => Said("withdrawalReason"),
            _ => "",
        };
    }
}
