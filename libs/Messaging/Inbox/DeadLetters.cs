using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Messaging.Inbox;

/// <summary>Lists and replays what no handler could handle.</summary>
public sealed class DeadLetters(DbContext db, MessageCatalog catalog, IMessageInbox inbox)
{
    /// <summary>The dead letters, oldest first.</summary>
    public Task<List<DeadLetter>> ListAsync(CancellationToken cancellationToken) => db.Set<DeadLetter>().AsNoTracking()
        .OrderBy(letter => letter.OccurredAt).ThenBy(letter => letter.MessageId)
        .ToListAsync(cancellationToken);

    /// <summary>Tries all dead letters again, or the one with <paramref name="messageId"/>. Those that fail again stay.</summary>
    /// <returns>How many were handled, and how many stay.</returns>
    public async Task<(int Handled, int Left)> ReplayAsync(Guid? messageId, CancellationToken cancellationToken)
    {
        var letters = await ListAsync(cancellationToken);
        var chosen = letters.Where(letter => messageId is null || letter.MessageId == messageId).ToList();
        foreach (var letter in chosen)
            if (TryOpen(letter) is { } envelope)
                await inbox.DeliverAsync(envelope, cancellationToken);
        var ids = chosen.Select(letter => letter.MessageId).ToList();
        var left = await db.Set<DeadLetter>().CountAsync(letter => ids.Contains(letter.MessageId), cancellationToken);
        return (chosen.Count - left, left);
    }

    /// <summary>Null when the service no longer handles such a message; the letter stays for a person to look at.</summary>
    private Envelope? TryOpen(DeadLetter letter)
    {
        try
        {
            return new Envelope(
                letter.MessageId, letter.Name, catalog.Decode(letter.Name, letter.Body), letter.OccurredAt, letter.TraceParent);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
