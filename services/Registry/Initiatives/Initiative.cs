using System.Linq.Expressions;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Initiatives;

/// <summary>That somebody helps a hromada already, or is about to: a twin town, a project, another programme's partnership.</summary>
public sealed class Initiative
{
    private Initiative()
    {
    }

    /// <summary>Takes it down; the rules have held.</summary>
    public Initiative(InitiativeSides sides, InitiativeFacts facts, InitiativeOrigin origin, Guid? recordedBy, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        (HromadaId, PartnerId, PartnerName, PartnerCountry) = (sides.Hromada.Id, sides.Partner?.Id, sides.PartnerName, sides.PartnerCountry);
        (Origin, RecordedBy, RecordedAt) = (origin, recordedBy, now);
        Become(facts, now);
    }

    /// <summary>The platform's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Raised with each change.</summary>
    public long Version { get; private set; }

    /// <summary>Who is helped.</summary>
    public Guid HromadaId { get; private set; }

    /// <summary>Who helps, when it stands in the register.</summary>
    public Guid? PartnerId { get; private set; }

    /// <summary>The name of an outside party that helps.</summary>
    public string? PartnerName { get; private set; }

    /// <summary>Its country, ISO 3166-1 alpha-2 in small letters; also that of a partner in the register.</summary>
    public string PartnerCountry { get; private set; } = "";

    /// <summary>Who helps, the programme and what it calls the initiative, in one text: by it and the hromada it is known again.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What is said of it.</summary>
    public InitiativeFacts Facts { get; private set; } = null!;

    /// <summary>Who brought it.</summary>
    public InitiativeOrigin Origin { get; private set; }

    /// <summary>The organisation that recorded it; null for staff and imports.</summary>
    public Guid? RecordedBy { get; private set; }

    /// <summary>When the platform came to know it (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>When it was changed last (UTC).</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The key of an initiative with this partner and these facts.</summary>
    public static string KeyOf(Guid? partnerId, string? partnerName, string partnerCountry, InitiativeFacts facts) =>
        $"{partnerId?.ToString() ?? $"{partnerCountry} {partnerName?.ToLowerInvariant()}"}|{EnumName.Of(facts.Programme)}|{facts.Reference}";

    /// <summary>Whether somebody is helped by it on <paramref name="day"/>.</summary>
    public static Expression<Func<Initiative, bool>> HelpsOn(DateOnly day) => initiative =>
        (initiative.Facts.Status == InitiativeStatus.CooperationReported
            || initiative.Facts.Status == InitiativeStatus.AgreementReported
            || initiative.Facts.Status == InitiativeStatus.AgreementSigned)
        && (initiative.Facts.Since == null || initiative.Facts.Since <= day)
        && (initiative.Facts.Until == null || initiative.Facts.Until >= day);

    /// <summary>Says all of it anew.</summary>
    /// <returns>Whether anything is different; only then the version is raised.</returns>
    /// <exception cref="Refusal">initiative_over.</exception>
    public bool Describe(InitiativeFacts facts, DateTimeOffset now)
    {
        RefuseOver();
        if (facts == Facts) return false;
        Become(facts, now);
        return true;
    }

    /// <summary>Ends it; <paramref name="day"/> is its last, or that on which it was given up when it has not begun by <paramref name="today"/>.</summary>
    /// <exception cref="Refusal">initiative_over, end_before_start.</exception>
    public void End(DateOnly day, DateOnly today, DateTimeOffset now)
    {
        RefuseOver();
        if (Facts.Since > today)
        {
            // What was never begun has no first day.
            Become(Facts with { Status = InitiativeStatus.Ended, Since = null, Until = day }, now);
            return;
        }

        if (day < Facts.Since) throw new Refusal(RefusalKind.Invalid, "end_before_start", $"It began on {Facts.Since:yyyy-MM-dd}.", "on");
        Become(Facts with { Status = InitiativeStatus.Ended, Until = day }, now);
    }

    /// <summary>Takes back what was recorded by mistake.</summary>
    /// <exception cref="Refusal">initiative_over.</exception>
    public void Withdraw(DateTimeOffset now)
    {
        RefuseOver();
        Become(Facts with { Status = InitiativeStatus.Withdrawn }, now);
    }

    /// <summary>What matching hears: who helps whom, as far as that counts. A restricted one counts for nobody there, since a plan's reasons would tell it.</summary>
    public InitiativeChanged ToMessage() => new(
        Id, Version,
        Facts is
        {
            Sensitivity: not Sensitivity.Restricted,
            Status: InitiativeStatus.CooperationReported or InitiativeStatus.AgreementReported or InitiativeStatus.AgreementSigned,
        }
            ? new Help(HromadaId, PartnerId, Facts.Kind, Facts.Since, Facts.Until)
            : null);

    private void RefuseOver()
    {
        if (Facts.Status is InitiativeStatus.Ended or InitiativeStatus.Withdrawn)
            throw new Refusal(RefusalKind.Conflict, "initiative_over", "This initiative is over; record a new one.");
    }

    private void Become(InitiativeFacts facts, DateTimeOffset now)
    {
        (Facts, ChangedAt, Key) = (facts, now, KeyOf(PartnerId, PartnerName, PartnerCountry, facts));
        Version++;
    }
}
