using System.Data.Common;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kommunebro.Messaging.Outbox;

/// <summary>Raises the signal after SaveChanges without, and after the commit with, a transaction of its own.</summary>
internal sealed class SavedSignal(WakeUp<OutboxMessage> signal) : SaveChangesInterceptor
{
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
            signal.Raise();
        return ValueTask.FromResult(result);
    }
}

/// <inheritdoc cref="SavedSignal" />
internal sealed class CommittedSignal(WakeUp<OutboxMessage> signal) : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        signal.Raise();
        return Task.CompletedTask;
    }
}
