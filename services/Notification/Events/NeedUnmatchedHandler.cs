using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Messaging;
using Kommunebro.Notification.Data;
using Kommunebro.Notification.Notices;
using Kommunebro.Notification.Sending;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Events;

/// <summary>
/// Both coordinators hear of each need that nobody was found for: in the inbox one by one, by e-mail in one letter for the run.
/// </summary>
internal sealed class NeedUnmatchedHandler(NotificationDb db, Outgoing outgoing, SenderOptions options) : IHandler<NeedUnmatched>
{
    private static readonly string[] Coordinators = [StaffRole.KsCoordinator, StaffRole.AucCoordinator];

    public async Task HandleAsync(NeedUnmatched message, MessageContext context, CancellationToken cancellationToken)
    {
        var facts = new Facts
        {
            NeedId = message.NeedId, Version = message.NeedVersion, HromadaId = message.MunicipalityId, RunId = message.RunId,
        };
        outgoing.PutInInbox(
            new Notice(NoticeKind.NeedUnmatched, Subject.Need(message.NeedId), facts, context.OccurredAt), Coordinators);

        // The events of a run are handled side by side; one of them writes the letter.
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({message.RunId.ToString()}, 0))", cancellationToken);
        if (await db.Deliveries.AnyAsync(
            delivery => delivery.SubjectId == message.RunId && delivery.Kind == NoticeKind.RunUnmatched, cancellationToken))
            return;
        var letter = new Notice(
            NoticeKind.RunUnmatched, Subject.Run(message.RunId), new Facts { RunId = message.RunId }, context.OccurredAt);
        outgoing.MailStaff(letter, Coordinators, after: options.GatherUnmatched);
    }
}
