using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Messaging;
using Kommunebro.Notification.Inbox;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Events;

/// <summary>Both coordinators, and who asked for it, hear that a run's proposals wait for the two keys.</summary>
internal sealed class RunCompletedHandler(Outgoing outgoing) : IHandler<RunCompleted>
{
    public Task HandleAsync(RunCompleted message, MessageContext context, CancellationToken cancellationToken)
    {
        var facts = new Facts { RunId = message.RunId, Proposals = message.Proposals, Unmatched = message.Unmatched };
        var notice = new Notice(NoticeKind.RunCompleted, Subject.Run(message.RunId), facts, context.OccurredAt);
        outgoing.PutInInboxOf(Reader.AccountOf(message.RequestedBy), notice, StaffRole.KsCoordinator, StaffRole.AucCoordinator);
        return Task.CompletedTask;
    }
}
