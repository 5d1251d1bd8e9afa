using Kommunebro.Contracts.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.Ledger;

/// <summary>The sums of one supplier, as others are told of them.</summary>
public sealed class SupplierLine
{
    private SupplierLine()
    {
    }

    public Guid SupplierId { get; private set; }

    public long Version { get; private set; }

    public int ReservedPersonDays { get; private set; }

    public int InUsePersonDays { get; private set; }

    /// <summary>First talks included.</summary>
    public int Partnerships { get; private set; }

    /// <summary>The line of a supplier that never gave anything.</summary>
    public static SupplierLine Empty(Guid supplierId) => new() { SupplierId = supplierId };

    /// <summary>Takes over new sums.</summary>
    /// <returns>What others must hear; null when nothing changed.</returns>
    public CapacityChanged? Become(int reserved, int inUse, int partnerships)
    {
        if ((reserved, inUse, partnerships) == (ReservedPersonDays, InUsePersonDays, Partnerships))
            return null;
        (ReservedPersonDays, InUsePersonDays, Partnerships) = (reserved, inUse, partnerships);
        Version++;
        return new CapacityChanged(SupplierId, Version, reserved, inUse, partnerships);
    }
}

internal sealed class SupplierLineMapping : IEntityTypeConfiguration<SupplierLine>
{
    public void Configure(EntityTypeBuilder<SupplierLine> builder)
    {
        builder.ToTable("supplier_lines");
        builder.HasKey(line => line.SupplierId);
        builder.Property(line => line.SupplierId).ValueGeneratedNever();
        builder.Property(line => line.Version).IsConcurrencyToken();
    }
}
