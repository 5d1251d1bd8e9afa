using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Territory;

/// <summary>A city, settlement or village of a hromada, as the codifier says; a city's districts are none of their own.</summary>
public sealed class Settlement
{
    private Settlement()
    {
    }

    /// <summary>KATOTTG.</summary>
    public string Code { get; private set; } = "";

    /// <summary>KATOTTG of the hromada in which it lies.</summary>
    public string HromadaCode { get; private set; } = "";
}

/// <summary>Table settlements.</summary>
internal sealed class SettlementMapping : IEntityTypeConfiguration<Settlement>
{
    public void Configure(EntityTypeBuilder<Settlement> settlement)
    {
        settlement.ToTable("settlements");
        settlement.HasKey(s => s.Code);
        settlement.HasIndex(s => s.HromadaCode);
    }
}
