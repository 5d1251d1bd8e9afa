using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Partnerships;

/// <content>When somebody asks how it goes.</content>
public sealed partial class Partnership
{
    public DateOnly? FollowUpOn { get; private set; }

    /// <summary>The follow-up of which was told that its day has come.</summary>
    public DateOnly? FollowUpTold { get; private set; }

    /// <summary>Plans the next follow-up; null leaves what is planned.</summary>
    public void Note(DateOnly? followUpOn)
    {
        if (followUpOn is not null)
        {
            RequireOpen();
            (FollowUpOn, FollowUpTold) = (followUpOn, null);
        }

        Version++;
    }

    /// <summary>The planned follow-up was done.</summary>
    /// <exception cref="Refusal">Conflict no_follow_up, partnership_ended.</exception>
    public void CompleteFollowUp(DateOnly? next)
    {
        RequireOpen();
        if (FollowUpOn is null)
            throw new Refusal(RefusalKind.Conflict, "no_follow_up", "No follow-up is planned.");
        (FollowUpOn, FollowUpTold) = (next, null);
        Version++;
    }

    /// <summary>Notes that others heard that the follow-up's day has come.</summary>
    public void TellFollowUp()
    {
        FollowUpTold = FollowUpOn;
        Version++;
    }

    private void RequireOpen()
    {
        if (PartnershipLifeCycle.IsEnd(Stage))
            throw new Refusal(RefusalKind.Conflict, "partnership_ended", "The partnership has ended; nothing is planned for it.");
    }
}
