using Kommunebro.Contracts.Identity;
using Kommunebro.Messaging;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Events;

/// <summary>A person gets a letter with a link by which it chooses a password.</summary>
internal sealed class PasswordLetterAskedHandler(Outgoing outgoing) : IHandler<PasswordLetterAsked>
{
    public Task HandleAsync(PasswordLetterAsked message, MessageContext context, CancellationToken cancellationToken)
    {
        var kind = message.Invitation ? NoticeKind.AccountInvited : NoticeKind.PasswordForgotten;
        outgoing.MailAccount(new Notice(kind, Subject.Account(message.AccountId), new Facts(), context.OccurredAt), message.AccountId);
        return Task.CompletedTask;
    }
}
