using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Matching.Data;
using Kommunebro.Messaging;

namespace Kommunebro.Matching.ReadModel;

internal sealed class NeedVerifiedHandler(MatchingDb db) : IHandler<NeedVerified>
{
    public async Task HandleAsync(NeedVerified message, MessageContext context, CancellationToken cancellationToken)
    {
        await db.HearAsync(message.NeedId.ToString(), message.Version, message, cancellationToken);
        // Its withdrawal may have been heard first, when nothing was known of it.
        if (message.Sensitivity is Sensitivity.Restricted && (await db.Needs.FindAsync([message.NeedId.ToString()], cancellationToken))?.State is null)
            await db.KeepHiddenAsync(message.NeedId, cancellationToken);
    }
}
