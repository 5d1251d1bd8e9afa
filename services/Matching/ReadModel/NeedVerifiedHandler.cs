using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Matching.Data;
using Kommunebro.Messaging;

namespace Kommunebro.Matching.ReadModel;

/// <summary>Takes over what is matched, and whether what was made of it before is to be seen.</summary>
internal sealed class NeedVerifiedHandler(MatchingDb db) : IHandler<NeedVerified>
{
    public async Task HandleAsync(NeedVerified message, MessageContext context, CancellationToken cancellationToken)
    {
        await db.HearAsync(message.NeedId.ToString(), message.Version, message, cancellationToken);
        var known = await db.Needs.FindAsync([message.NeedId.ToString()], cancellationToken);
        // Its withdrawal may have been heard first, when nothing was known of it.
        if (message.Sensitivity is Sensitivity.Restricted && known?.State is null)
            await db.KeepHiddenAsync(message.NeedId, cancellationToken);
        else if (message.Sensitivity is not Sensitivity.Restricted && known?.State is not null && known.Version == message.Version)
            await db.ShowAgainAsync(message.NeedId, cancellationToken);
    }
}
