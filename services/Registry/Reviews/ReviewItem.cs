using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Reviews;

/// <summary>Whether somebody has looked.</summary>
public enum ReviewStatus
{
    /// <summary>It waits for a person.</summary>
    Open,

    /// <summary>A person looked, and said what was done.</summary>
    Settled,
}

/// <summary>A row of a register that was not taken over, because a person should look at it.</summary>
public sealed class ReviewItem
{
    private ReviewItem()
    {
    }

    /// <summary>Puts it into the queue.</summary>
    public ReviewItem(string register, string source, ReviewedRow row, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        (Register, Source, Code, Field, Reason, Value, RaisedAt, Version) = (register, source, row.Code, row.Field, row.Reason, row.Value, now, 1);
    }

    /// <summary>The platform's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Raised when it is settled.</summary>
    public long Version { get; private set; }

    /// <summary>The register's word in the import command.</summary>
    public string Register { get; private set; } = "";

    /// <summary>The file's name or the address.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The official code that the row is of.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The column.</summary>
    public string Field { get; private set; } = "";

    /// <summary>The rule's stable name.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What stood there.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Whether it waits.</summary>
    public ReviewStatus Status { get; private set; }

    /// <summary>When it was raised (UTC).</summary>
    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>When somebody settled it (UTC).</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>What was done.</summary>
    public string? Note { get; private set; }

    /// <summary>Notes that a person looked.</summary>
    /// <exception cref="Refusal">Conflict review_settled.</exception>
    public void Settle(string note, DateTimeOffset now)
    {
        if (Status == ReviewStatus.Settled)
            throw new Refusal(RefusalKind.Conflict, "review_settled", "Somebody has settled it already.");
        (Status, Note, SettledAt) = (ReviewStatus.Settled, note, now);
        Version++;
    }
}

/// <summary>What is to be looked at.</summary>
/// <param name="Code">The official code that the row is of.</param>
/// <param name="Field">The column.</param>
/// <param name="Reason">The rule's stable name.</param>
/// <param name="Value">What stands there; the beginning of what is long.</param>
public sealed record ReviewedRow(string Code, string Field, string Reason, string Value)
{
    // The key that keeps a row from coming twice must hold it.
    private const int Longest = 500;

    /// <summary>What stands there; the beginning of what is long.</summary>
    public string Value { get; } = Value.Length <= Longest ? Value : Value[..(char.IsHighSurrogate(Value[Longest - 1]) ? Longest - 1 : Longest)];
}

/// <summary>Table import_reviews.</summary>
internal sealed class ReviewItemMapping : IEntityTypeConfiguration<ReviewItem>
{
    public void Configure(EntityTypeBuilder<ReviewItem> item)
    {
        item.ToTable("import_reviews");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.Version).IsConcurrencyToken();
        // The same row of the same register again is no new work.
        item.HasIndex(i => new { i.Register, i.Code, i.Field, i.Reason, i.Value }).IsUnique();
        item.HasIndex(i => new { i.Status, i.Id });
    }
}
