using Kommunebro.Contracts.Needs;
using Kommunebro.NeedsIntake.Needs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Reminders;

/// <summary>That a hromada was reminded of a need; kept, so that no reminder goes twice.</summary>
public sealed class NeedReminder
{
    public required Guid NeedId { get; init; }

    public required ReminderReason Reason { get; init; }

    /// <summary>What it counts from: another end of the verification, another question or another silence is reminded of anew.</summary>
    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class NeedReminderMapping : IEntityTypeConfiguration<NeedReminder>
{
    public void Configure(EntityTypeBuilder<NeedReminder> builder)
    {
        builder.ToTable("need_reminders");
        builder.HasKey(reminder => new { reminder.NeedId, reminder.Reason, reminder.Since });
        builder.HasOne<Need>().WithMany().HasForeignKey(reminder => reminder.NeedId);
    }
}
