using Kommunebro.Registry.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Figures;

/// <summary>What a register said of a municipality. Kept for good: a later figure stands beside it, and only the day on which it was last said again is raised.</summary>
public sealed class Figure
{
    private Figure()
    {
    }

    /// <summary>Keeps it.</summary>
    public Figure(Guid municipalityId, FigureName name, string value, DateOnly asOf, FigureSource source) =>
        (MunicipalityId, Name, Value, AsOf, Register, Source, RecordedAt) = (municipalityId, name, value, asOf, source.Register, source.Source, source.RecordedAt);

    /// <summary>Rises with the time of recording.</summary>
    public long Id { get; private set; }

    /// <summary>Of whom.</summary>
    public Guid MunicipalityId { get; private set; }

    /// <summary>What it says.</summary>
    public FigureName Name { get; private set; }

    /// <summary>The value; numbers with a decimal point.</summary>
    public string Value { get; private set; } = "";

    /// <summary>The day that it is of.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The last day on which the register said the same again; null where it did not.</summary>
    public DateOnly? RestatedOn { get; private set; }

    /// <summary>The last day that it is known to be of.</summary>
    public DateOnly LastAsOf => RestatedOn ?? AsOf;

    /// <summary>The register, by its word in the import command.</summary>
    public string Register { get; private set; } = "";

    /// <summary>The file's name or the address.</summary>
    public string Source { get; private set; } = "";

    /// <summary>When the platform came to know it (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Of all figures of one name, in the order of their recording, the one that counts: of each register its last word, and of these the one that began last.</summary>
    public static Figure? CurrentOf(IEnumerable<Figure> figures) => figures
        .GroupBy(figure => figure.Register, StringComparer.Ordinal)
        .Select(own => own.OrderBy(figure => figure.LastAsOf).Last())
        .OrderBy(figure => figure.AsOf).ThenBy(figure => figure.RecordedAt).LastOrDefault();

    /// <summary>Notes that the register said the same of a later day.</summary>
    public void Restate(DateOnly day) => RestatedOn = day;
}

/// <summary>Where a figure comes from.</summary>
/// <param name="Register">The register's word.</param>
/// <param name="Source">The file's name or the address.</param>
/// <param name="RecordedAt">Now.</param>
public sealed record FigureSource(string Register, string Source, DateTimeOffset RecordedAt);

/// <summary>Table figures.</summary>
internal sealed class FigureMapping : IEntityTypeConfiguration<Figure>
{
    public void Configure(EntityTypeBuilder<Figure> figure)
    {
        figure.ToTable("figures");
        figure.HasOne<Municipality>().WithMany().HasForeignKey(f => f.MunicipalityId).OnDelete(DeleteBehavior.Cascade);
        figure.HasIndex(f => new { f.MunicipalityId, f.Name, f.AsOf });
    }
}
