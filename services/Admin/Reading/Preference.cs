using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Admin.Reading;

/// <summary>How a person wants to read.</summary>
public sealed class Preference
{
    /// <summary>The account's id.</summary>
    public required string Account { get; init; }

    /// <summary>nb, uk or en.</summary>
    public required string Language { get; set; }

    /// <summary>light, dark or auto.</summary>
    public required string Theme { get; set; }
}

internal sealed class PreferenceMapping : IEntityTypeConfiguration<Preference>
{
    public void Configure(EntityTypeBuilder<Preference> builder)
    {
        builder.ToTable("preferences");
        builder.HasKey(preference => preference.Account);
    }
}
