using Kommunebro.Contracts;
using Kommunebro.Registry.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Categories;

/// <summary>A person's decision on the programme category of a hromada. None is ever changed or taken away.</summary>
public sealed class CategoryDecision
{
    private CategoryDecision()
    {
    }

    /// <summary>Takes it down.</summary>
    public CategoryDecision(Municipality hromada, ProgrammeCategory? suggested, string? reason, string decidedBy, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        (MunicipalityId, Category, Suggested) = (hromada.Id, hromada.Facts.Category, suggested);
        (Reason, DecidedBy, DecidedAt) = (reason, decidedBy, now);
    }

    /// <summary>Rises with the time of the decision.</summary>
    public Guid Id { get; private set; }

    /// <summary>Of whom.</summary>
    public Guid MunicipalityId { get; private set; }

    /// <summary>The category; null where it was taken back.</summary>
    public ProgrammeCategory? Category { get; private set; }

    /// <summary>What the list of territories suggested then.</summary>
    public ProgrammeCategory? Suggested { get; private set; }

    /// <summary>Why; null where it came with the description of the municipality.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who, as audit names them: an id, no name.</summary>
    public string DecidedBy { get; private set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset DecidedAt { get; private set; }
}

/// <summary>Table category_decisions.</summary>
internal sealed class CategoryDecisionMapping : IEntityTypeConfiguration<CategoryDecision>
{
    public void Configure(EntityTypeBuilder<CategoryDecision> decision)
    {
        decision.ToTable("category_decisions");
        decision.Property(d => d.Id).ValueGeneratedNever();
        decision.HasOne<Municipality>().WithMany().HasForeignKey(d => d.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => new { d.MunicipalityId, d.Id });
    }
}
