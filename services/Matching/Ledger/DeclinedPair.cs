using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.Ledger;

/// <summary>Two municipalities of which one said no: they are not proposed to each other again until the flag expires.</summary>
public sealed class DeclinedPair
{
    public required Guid SupplierId { get; init; }

    public required Guid HromadaId { get; init; }

    /// <summary>The last day on which the flag holds.</summary>
    public DateOnly Until { get; set; }
}

internal sealed class DeclinedPairMapping : IEntityTypeConfiguration<DeclinedPair>
{
    public void Configure(EntityTypeBuilder<DeclinedPair> builder)
    {
        builder.ToTable("declined_pairs");
        builder.HasKey(pair => new { pair.SupplierId, pair.HromadaId });
    }
}
