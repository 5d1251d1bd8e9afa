using Kommunebro.NeedsIntake.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>A file of needs that came in, or was tried.</summary>
public sealed class NeedImport
{
    private NeedImport()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Who brought it, as audit names it.</summary>
    public string Who { get; private set; } = "";

    /// <summary>The partner organisation that brought it; null for staff and operators.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>SHA-256 of the file, in hexadecimal digits.</summary>
    public string FileHash { get; private set; } = "";

    /// <summary>The language of the report: nb, uk or en.</summary>
    public string Language { get; private set; } = "";

    public ImportPolicy Policy { get; private set; }

    public bool DryRun { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Null while it runs, and for good when the program ended in its midst: the same file again goes on with it.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>How many rows the file has.</summary>
    public int Rows { get; private set; }

    public static NeedImport Start(ImportOrder order, string fileHash, int rows, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Who = order.Who,
        OrganisationId = order.OrganisationId,
        FileHash = fileHash,
        Language = order.Language,
        Policy = order.Policy,
        DryRun = order.DryRun,
        Rows = rows,
        StartedAt = StoredTime.Of(now),
    };

    public void Finish(DateTimeOffset now) => FinishedAt = StoredTime.Of(now);
}

/// <summary>What became of a row of a file. It holds no cell: those of refused rows may name people.</summary>
public sealed class NeedImportRow
{
    public required Guid ImportId { get; init; }

    /// <summary>The line or row, from 1.</summary>
    public required int Line { get; init; }

    public required RowOutcome Outcome { get; init; }

    /// <summary>The need that it is, or has been since an earlier import.</summary>
    public Guid? NeedId { get; init; }

    /// <summary>The rules that it breaks, each as "column:code", or "column:code:line" when it collides with that line.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>That a row was imported, so that it never is again.</summary>
public sealed class ImportedNeed
{
    /// <summary>The row's own reference with its owner's, or a hash of all it says.</summary>
    public required string Key { get; init; }

    /// <summary>A hash of all that the row says.</summary>
    public required string Content { get; init; }

    public required Guid NeedId { get; init; }

    public required Guid ImportId { get; init; }
}

internal sealed class NeedImportMapping :
    IEntityTypeConfiguration<NeedImport>, IEntityTypeConfiguration<NeedImportRow>, IEntityTypeConfiguration<ImportedNeed>
{
    public void Configure(EntityTypeBuilder<NeedImport> builder)
    {
        builder.ToTable("need_imports");
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.HasIndex(import => import.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<NeedImportRow> builder)
    {
        builder.ToTable("need_import_rows");
        builder.HasKey(row => new { row.ImportId, row.Line });
        builder.HasOne<NeedImport>().WithMany().HasForeignKey(row => row.ImportId);
    }

    public void Configure(EntityTypeBuilder<ImportedNeed> builder)
    {
        builder.ToTable("imported_needs");
        builder.HasKey(imported => imported.Key);
        builder.HasIndex(imported => imported.NeedId);
    }
}
