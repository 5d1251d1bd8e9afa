using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>What a person made of an idea.</summary>
public enum DreamIdeaState { Waiting, Taken, Dismissed }

/// <summary>
/// A project idea of DREAM, Ukraine's single window for reconstruction, as a draft that waits for a person: it lacks what only the
/// hromada knows, and becomes a need only when somebody has completed it.
/// </summary>
public sealed class DreamIdea
{
    private DreamIdea()
    {
    }

    /// <summary>The id by which the public calls it: DREAM-UA-DDMMYY-XXXXXXXX.</summary>
    public string DreamId { get; private set; } = "";

    public long Version { get; private set; }

    /// <summary>When DREAM last changed it.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The hromada in which it lies, or the first one that is known; null when DREAM does not say.</summary>
    public string? MunicipalityCode { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    public LocalizedText? Description { get; private set; }

    /// <summary>DREAM's status: pending, active, complete, cancelled, unsuccessful.</summary>
    public string Status { get; private set; } = "";

    /// <summary>restoration or development.</summary>
    public string? Purpose { get; private set; }

    /// <summary>Codes of its sectors in the Rapid Damage and Needs Assessment (WB-RDNA).</summary>
    public IReadOnlyList<string> RdnaCodes { get; private set; } = [];

    /// <summary>EDRPOU of its parties (UA-EDR).</summary>
    public IReadOnlyList<string> Edrpou { get; private set; } = [];

    /// <summary>How many internally displaced persons it concerns; null when DREAM does not say.</summary>
    public int? Idps { get; private set; }

    public DreamIdeaState State { get; private set; }

    /// <summary>The need that it became.</summary>
    public Guid? NeedId { get; private set; }

    public string? DismissalReason { get; private set; }

    internal static DreamIdea Of(DreamRecord record)
    {
        var idea = new DreamIdea { DreamId = record.DreamId };
        idea.Become(record);
        return idea;
    }

    /// <summary>Takes over what DREAM says now; what a person decided stays.</summary>
    internal void Become(DreamRecord record)
    {
        (UpdatedAt, MunicipalityCode, Title, Description) = (record.UpdatedAt, record.MunicipalityCode, record.Title, record.Description);
        (Status, Purpose, RdnaCodes, Edrpou, Idps) = (record.Status, record.Purpose, record.RdnaCodes, record.Edrpou, record.Idps);
        Version++;
    }

    /// <summary>It is the need <paramref name="needId"/> now.</summary>
    /// <exception cref="Refusal">already_decided.</exception>
    public void Take(Guid needId)
    {
        RequireWaiting();
        (State, NeedId) = (DreamIdeaState.Taken, needId);
        Version++;
    }

    /// <summary>It is no need for this programme.</summary>
    /// <exception cref="Refusal">already_decided.</exception>
    public void Dismiss(string reason)
    {
        RequireWaiting();
        (State, DismissalReason) = (DreamIdeaState.Dismissed, reason);
        Version++;
    }

    private void RequireWaiting()
    {
        if (State != DreamIdeaState.Waiting)
            throw new Refusal(RefusalKind.Conflict, "already_decided", $"The idea has been {EnumName.Of(State)} already.");
    }
}

/// <summary>How far DREAM's change feed has been read.</summary>
public sealed class DreamCursor
{
    /// <summary>There is one row.</summary>
    public int Id { get; init; } = 1;

    /// <summary>The last change that was read.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

internal sealed class DreamIdeaMapping : IEntityTypeConfiguration<DreamIdea>, IEntityTypeConfiguration<DreamCursor>
{
    public void Configure(EntityTypeBuilder<DreamIdea> builder)
    {
        builder.ToTable("dream_ideas");
        builder.HasKey(idea => idea.DreamId);
        builder.Property(idea => idea.Version).IsConcurrencyToken();
        builder.HasIndex(idea => new { idea.State, idea.UpdatedAt });
        builder.HasIndex(idea => idea.MunicipalityCode);
    }

    public void Configure(EntityTypeBuilder<DreamCursor> builder)
    {
        builder.ToTable("dream_cursor");
        builder.Property(cursor => cursor.Id).ValueGeneratedNever();
    }
}
