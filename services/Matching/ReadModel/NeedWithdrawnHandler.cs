using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Matching.Data;
using Kommunebro.Messaging;

namespace Kommunebro.Matching.ReadModel;

/// <summary>
/// Remembers that the need is gone, also when its verification arrives later; what was made of one that was restricted, or is to be
/// hidden from now on, stays hidden.
/// </summary>
internal sealed class NeedWithdrawnHandler(MatchingDb db) : IHandler<NeedWithdrawn>
{
    public async Task HandleAsync(NeedWithdrawn message, MessageContext context, CancellationToken cancellationToken)
    {
        var known = await db.Needs.FindAsync([message.NeedId.ToString()], cancellationToken);
        var isNews = known is null || known.Version < message.Version;
        if (isNews && (message.Hide || known is { State.Sensitivity: Sensitivity.Restricted }))
            await db.KeepHiddenAsync(message.NeedId, cancellationToken);
        await db.HearAsync<NeedVerified>(message.NeedId.ToString(), message.Version, null, cancellationToken);
    }
}
