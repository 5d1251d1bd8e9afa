using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Messaging;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Events;

/// <summary>The municipality's contacts are asked whether its offer still holds, where a letter may go by itself, and the coordinators of its side hear of it.</summary>
internal sealed class OfferConfirmationDueHandler(Outgoing outgoing) : IHandler<OfferConfirmationDue>
{
    public Task HandleAsync(OfferConfirmationDue message, MessageContext context, CancellationToken cancellationToken)
    {
        var isHromada = message.Country == Country.Ua;
        var facts = new Facts
        {
            HromadaId = isHromada ? message.MunicipalityId : null,
            SupplierId = isHromada ? null : message.MunicipalityId,
            Version = message.Version,
            Confirmation = message.Moment,
            DueOn = message.ConfirmBy,
            ByPerson = message.ByPerson ? true : null,
        };
        var notice = new Notice(NoticeKind.OfferConfirmation, Subject.Municipality(message.MunicipalityId), facts, context.OccurredAt);
        if (!message.ByPerson)
            outgoing.MailMunicipality(notice, message.MunicipalityId);
        outgoing.PutInInbox(notice, isHromada ? StaffRole.AucCoordinator : StaffRole.KsCoordinator);
        return Task.CompletedTask;
    }
}
