namespace Kommunebro.Notification.Notices;

/// <summary>What a notice is about: where its reader is led to.</summary>
/// <param name="Type">municipality, need, proposal, partnership, run, webhook or account.</param>
/// <param name="Id">Which one.</param>
public sealed record Subject(string Type, Guid Id)
{
    public static Subject Municipality(Guid id) => new("municipality", id);

    public static Subject Need(Guid id) => new("need", id);

    public static Subject Proposal(Guid id) => new("proposal", id);

    public static Subject Partnership(Guid id) => new("partnership", id);

    public static Subject Run(Guid id) => new("run", id);

    public static Subject Webhook(Guid id) => new("webhook", id);

    public static Subject Account(Guid id) => new("account", id);
}

/// <summary>Something that happened and that somebody must hear of.</summary>
/// <param name="Kind">Which text tells it, and which webhook event it is, e.g. need_verified; see <see cref="NoticeKind"/>.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Facts">What it speaks of.</param>
/// <param name="At">When it happened (UTC).</param>
public sealed record Notice(string Kind, Subject Subject, Facts Facts, DateTimeOffset At);
