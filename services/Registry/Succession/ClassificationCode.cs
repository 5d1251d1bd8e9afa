using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Succession;

/// <summary>A code of a classification of Statistics Norway (SSB KLASS) and the time for which it is valid.</summary>
public sealed class ClassificationCode
{
    private ClassificationCode()
    {
    }

    /// <summary>Keeps it.</summary>
    public ClassificationCode(CodePeriod period) =>
        (Classification, Code, Name, From, Until) = (period.Classification, period.Code, period.Name, period.From, period.Until);

    /// <summary>131 municipalities, 104 counties.</summary>
    public int Classification { get; private set; }

    /// <summary>The code.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The official name, in all its languages.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The first day that is known.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The day on which it ended, no longer included; null while no end is known.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Whether it is valid on <paramref name="day"/>.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day < Until);

    /// <summary>Whether <paramref name="period"/> says nothing that is not known: the codes of one day say nothing of beginnings and ends.</summary>
    public bool Covers(CodePeriod period) => Name == period.Name && HoldsOn(period.From)
        && (period.IsOfOneDay ? Until is null || period.Until is null || period.Until <= Until : (Until, period.Until) is (null, null));

    /// <summary>Notes that it is valid no more.</summary>
    public void End(DateOnly day) => Until = day;

    /// <summary>Becomes what KLASS says of the same beginning now.</summary>
    /// <returns>Whether that is something else.</returns>
    public bool Update(CodePeriod period)
    {
        if ((Name, Until) == (period.Name, period.Until)) return false;
        (Name, Until) = (period.Name, period.Until);
        return true;
    }
}

/// <summary>A code for a time.</summary>
/// <param name="Classification">131 or 104.</param>
/// <param name="Code">The code.</param>
/// <param name="Name">The official name.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The day on which it ended, no longer included; null while no end is known.</param>
public sealed record CodePeriod(int Classification, string Code, string Name, DateOnly From, DateOnly? Until)
{
    /// <summary>True where only one day of it is known, so that beginning and end are what that day proves.</summary>
    public bool IsOfOneDay { get; init; }

    /// <summary>Whether they have a day in common.</summary>
    public bool Overlaps(CodePeriod other) => (other.Until is null || From < other.Until) && (Until is null || other.From < Until);
}

/// <summary>Table classification_codes.</summary>
internal sealed class ClassificationCodeMapping : IEntityTypeConfiguration<ClassificationCode>
{
    public void Configure(EntityTypeBuilder<ClassificationCode> code)
    {
        code.ToTable("classification_codes");
        code.HasKey(c => new { c.Classification, c.Code, c.From });
        code.Property(c => c.From).HasColumnName("valid_from");
        code.Property(c => c.Until).HasColumnName("valid_until");
    }
}
