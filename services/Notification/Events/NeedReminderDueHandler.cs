using Kommunebro.Contracts.Needs;
using Kommunebro.Messaging;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Events;

/// <summary>The hromada's contacts are reminded of its need. Only people are: its partner's system has had the event that it is about.</summary>
internal sealed class NeedReminderDueHandler(Outgoing outgoing) : IHandler<NeedReminderDue>
{
    // The zone had another name until 2022, and systems with older data know that alone.
    private static readonly TimeZoneInfo Kyiv =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Kyiv", out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById("Europe/Kiev");

    public Task HandleAsync(NeedReminderDue message, MessageContext context, CancellationToken cancellationToken)
    {
        var facts = new Facts
        {
            NeedId = message.NeedId,
            Version = message.Version,
            HromadaId = message.MunicipalityId,
            Reminder = message.Reason,
            DueOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(message.DueAt, Kyiv).DateTime),
        };
        outgoing.MailMunicipality(new Notice(NoticeKind.NeedReminder, Subject.Need(message.NeedId), facts, context.OccurredAt), message.MunicipalityId);
        return Task.CompletedTask;
    }
}
