using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Why AUC verifies a need of a hromada that is wholly occupied.</summary>
public enum OccupiedTerritoryBasis { RelocatedAdministration, DisplacedResidents }

/// <summary>Why AUC turns a need down.</summary>
public enum RejectionReason { AreaMismatch, Duplicate, InsufficientInformation, OutsideProgramme, Other }

/// <summary>A hromada's need, from its submission to its end.</summary>
public sealed class Need
{
    /// <summary>How long a verification holds.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromDays(180);

    private Need()
    {
    }

    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public Guid MunicipalityId { get; private set; }

    public NeedStatement Statement { get; private set; } = null!;

    public NeedStatus Status { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>What AUC asked when it returned the need; gone once the hromada has answered by a revision.</summary>
    public string? Question { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public string? VerificationNote { get; private set; }

    public OccupiedTerritoryBasis? OnOccupiedTerritory { get; private set; }

    public RejectionReason? RejectionReason { get; private set; }

    public string? RejectionText { get; private set; }

    public string? WithdrawalReason { get; private set; }

    public static Need Submit(Guid municipalityId, NeedStatement statement, DateTimeOffset now)
    {
        var need = new Need { Id = Guid.CreateVersion7(now), MunicipalityId = municipalityId, Statement = statement };
        need.Become(NeedStatus.Submitted, now);
        need.SubmittedAt = need.ChangedAt;
        return need;
    }

    /// <summary>The steps that are legal now.</summary>
    public IReadOnlyList<NeedStep> StepsAt(DateTimeOffset now) =>
        HasRunOut(now) ? [NeedStep.Verify, .. NeedLifeCycle.StepsIn(Status)] : NeedLifeCycle.StepsIn(Status);

    /// <summary>Says it anew; a returned need goes back to AUC.</summary>
    public void Revise(NeedStatement statement, DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Revise);
        Statement = statement;
        Question = null;
        Become(NeedStatus.Submitted, now);
    }

    /// <summary>Confirms the need for 180 days, and its effort when <paramref name="personDays"/> says it.</summary>
    public void Verify(int? personDays, string? note, OccupiedTerritoryBasis? onOccupiedTerritory, DateTimeOffset now)
    {
        // A verification that has run out may be renewed: nothing of a hromada is lost by silence.
        var renewal = HasRunOut(now);
        if (Status == NeedStatus.Verified && !renewal)
            throw new Refusal(
                RefusalKind.Conflict, "already_verified", $"The need has been verified already; that holds until {ExpiresAt:yyyy-MM-dd}.");
        if (!renewal)
            NeedLifeCycle.Require(Status, NeedStep.Verify);
        if (personDays is not null)
            Statement = Statement with { PersonDays = personDays, EffortBand = null };
        VerificationNote = note;
        OnOccupiedTerritory = onOccupiedTerritory;
        Become(NeedStatus.Verified, now);
        VerifiedAt = ChangedAt;
        ExpiresAt = ChangedAt + Validity;
    }

    /// <summary>Asks the hromada something before AUC decides.</summary>
    public void Return(string question, DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Return);
        Question = question;
        Become(NeedStatus.Returned, now);
    }

    public void Reject(RejectionReason reason, string? text, DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Reject);
        RejectionReason = reason;
        RejectionText = text;
        Become(NeedStatus.Rejected, now);
    }

    public void Withdraw(string? reason, DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Withdraw);
        WithdrawalReason = reason;
        Become(NeedStatus.Withdrawn, now);
    }

    /// <summary>
    /// Takes over how far partnerships meet it: verified when none does, partly_met or met. A need that was never verified,
    /// or has come to its end otherwise, is left alone.
    /// </summary>
    /// <returns>Whether anything is different.</returns>
    public bool BecomeMet(NeedStatus fulfilment, DateTimeOffset now)
    {
        if (Status == fulfilment || Status is not (NeedStatus.Verified or NeedStatus.PartlyMet or NeedStatus.Met))
            return false;
        Become(fulfilment, now);
        return true;
    }

    private bool HasRunOut(DateTimeOffset now) => Status == NeedStatus.Verified && ExpiresAt <= now;

    private void Become(NeedStatus status, DateTimeOffset now)
    {
        Status = status;
        Version++;
        // PostgreSQL keeps microseconds; the event must say what the row will say.
        ChangedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
