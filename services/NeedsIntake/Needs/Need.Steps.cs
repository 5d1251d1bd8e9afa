using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Safety;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>The steps on the way from a stated need to a verified one.</summary>
public sealed partial class Need
{
    public static Need Submit(Guid municipalityId, NeedStatement statement, DateTimeOffset now)
    {
        var need = new Need { Id = Guid.CreateVersion7(now), MunicipalityId = municipalityId };
        need.State(statement);
        need.Become(NeedStatus.Submitted, now);
        need.SubmittedAt = need.LastHeardAt = need.ChangedAt;
        return need;
    }

    /// <summary>The steps that are legal now.</summary>
    public IReadOnlyList<NeedStep> StepsAt(DateTimeOffset now)
    {
        IReadOnlyList<NeedStep> steps = MayBeRenewed(now) ? [NeedStep.Verify, .. NeedLifeCycle.StepsIn(Status)] : NeedLifeCycle.StepsIn(Status);
        return HasTextsToDecideOn ? steps : [.. steps.Where(step => step != NeedStep.DecideTexts)];
    }

    /// <summary>Says it anew; a returned need goes back to AUC.</summary>
    public void Revise(NeedStatement statement, DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Revise);
        State(statement);
        // Nothing of an earlier verification holds for what is said anew.
        (Question, EffortConfirmed, FirstVerifiedAt) = (null, false, null);
        Become(Waiting, now);
        LastHeardAt = ChangedAt;
    }

    /// <summary>AUC takes it up, or another person takes it over.</summary>
    public void Review(string reviewer, DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Review);
        if (Reviewer == reviewer)
            throw new Refusal(RefusalKind.Conflict, "already_reviewer", "You have taken up this need already.");
        Reviewer = reviewer;
        Become(NeedStatus.UnderReview, now);
    }

    /// <summary>Confirms the need, and its effort when the decision or the statement says it.</summary>
    public void Verify(Verification verification, DateTimeOffset now)
    {
        // In time, so that it never leaves matching; and afterwards, since nothing of a hromada is lost by silence.
        var renewal = MayBeRenewed(now);
        if (NeedLifeCycle.IsMatched(Status) && !renewal)
            throw new Refusal(
                RefusalKind.Conflict, "already_verified", $"The need has been verified already; that holds until {ExpiresAt:yyyy-MM-dd}.");
        if (!renewal)
            NeedLifeCycle.Require(Status, NeedStep.Verify);
        if (verification.PersonDays is not null)
            Statement = Statement with { PersonDays = verification.PersonDays, EffortBand = null };
        EffortConfirmed = Statement.PersonDays is not null || Statement.EffortBand is not null;
        VerificationNote = verification.Note;
        VerificationMethod = verification.Method;
        Evidence = verification.Evidence;
        OnOccupiedTerritory = verification.OnOccupiedTerritory;
        Become(renewal ? Status : NeedStatus.Verified, now);
        VerifiedAt = ChangedAt;
        FirstVerifiedAt ??= ChangedAt;
        Rested = TimeSpan.Zero;
        ExpiresAt = ChangedAt + verification.Validity;
    }

    /// <summary>Asks the hromada something before AUC decides.</summary>
    public void Return(string question, DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Return);
        Question = question;
        Become(NeedStatus.Returned, now);
    }

    /// <summary>The hromada has answered AUC's question without saying the need anew; the words stand in its history.</summary>
    public void Answer(DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Answer);
        Question = null;
        Become(Waiting, now);
        LastHeardAt = ChangedAt;
    }

    public void Reject(RejectionReason reason, string? text, DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Reject);
        RejectionReason = reason;
        RejectionText = text;
        Become(NeedStatus.Rejected, now);
    }

    /// <summary>A person decides on what the texts seem to tell.</summary>
    /// <param name="ground">The legal ground to restrict it; null clears it, so that its own sensitivity holds.</param>
    /// <param name="now">When.</param>
    public void DecideTexts(ExemptionGround? ground, DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.DecideTexts);
        if (!HasTextsToDecideOn)
            throw new Refusal(RefusalKind.Conflict, "no_findings", "Nothing was found in the texts that must be decided on.");
        ExemptionGround = ground;
        TextsUndecided = false;
        Become(Status, now);
    }

    /// <summary>Where a need waits for AUC: with the person who has taken it up, if somebody has.</summary>
    private NeedStatus Waiting => Reviewer is null ? NeedStatus.Submitted : NeedStatus.UnderReview;

    private void State(NeedStatement statement)
    {
        // Only what is new must be decided on again; in words that stay, too, when the look became sharper.
        var findings = TextCheck.Of(statement);
        TextsUndecided = findings.Count > 0
            && (TextsUndecided || Statement is null || TextCheck.Differs(Statement, statement) || findings.Except(TextFindings).Any());
        TextFindings = findings;
        Statement = statement;
    }

    private bool HasTextsToDecideOn => TextFindings.Count > 0 || ExemptionGround is not null;

    private bool MayBeRenewed(DateTimeOffset now) => NeedLifeCycle.IsMatched(Status) && ExpiresAt <= now + NeedLifeCycle.RenewedBefore;

    private void Become(NeedStatus status, DateTimeOffset now)
    {
        var takenUp = (Status, status) == (NeedStatus.Submitted, NeedStatus.UnderReview);
        // PostgreSQL keeps microseconds; the event must say what the row will say.
        ChangedAt = StoredTime.Of(now);
        if (Version == 0 || (Status != status && !takenUp))
            StatusSince = ChangedAt;
        Status = status;
        Version++;
    }
}
