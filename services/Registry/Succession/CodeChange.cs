using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Succession;

/// <summary>One edge of the graph of mergers and splits: on a day something of one code went over to another (SSB KLASS, changes).</summary>
/// <param name="Classification">131 municipalities, 104 counties.</param>
/// <param name="OldCode">Whose.</param>
/// <param name="NewCode">Whither; the same code where only the name changed.</param>
/// <param name="OccurredOn">The first day of the new code.</param>
/// <param name="OldName">The name until then.</param>
/// <param name="NewName">The name from then on.</param>
public sealed record CodeChange(int Classification, string OldCode, string NewCode, DateOnly OccurredOn, string OldName, string NewName);

/// <summary>Table classification_changes.</summary>
internal sealed class CodeChangeMapping : IEntityTypeConfiguration<CodeChange>
{
    public void Configure(EntityTypeBuilder<CodeChange> change)
    {
        change.ToTable("classification_changes");
        change.HasKey(c => new { c.Classification, c.OccurredOn, c.OldCode, c.NewCode });
        change.HasIndex(c => new { c.Classification, c.NewCode });
    }
}
