using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>A need that is still being written. It is no need yet: nobody but its hromada's partner and AUC hears of it.</summary>
public sealed class NeedDraft
{
    // What is not said leaves no trace, so that a field that comes later changes no fingerprint.
    private static readonly JsonSerializerOptions WithoutNulls = new(ColumnJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private NeedDraft()
    {
    }

    public NeedDraft(Guid municipalityId, NeedRequest content, DateTimeOffset now, Guid? id = null)
    {
        Id = id ?? Guid.CreateVersion7(now);
        MunicipalityId = municipalityId;
        Write(content, now);
    }

    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public Guid MunicipalityId { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The need that it has become, so that a lost answer or a second click makes no second one; null while it is written.</summary>
    public Guid? Became { get; private set; }

    /// <summary>What it said when it became a need, as SHA-256 in hexadecimal digits; null while it is written.</summary>
    public string? Fingerprint { get; private set; }

    /// <summary>What was written so far, as it was sent; empty once it is a need, which says it from then on.</summary>
    public string Body { get; private set; } = "{}";

    /// <summary>What was written so far.</summary>
    public NeedRequest Content => JsonSerializer.Deserialize<NeedRequest>(Body, ColumnJson.Options)!;

    /// <summary>Whether nothing else stands in it than <paramref name="content"/>.</summary>
    public bool Says(NeedRequest content) => (Fingerprint ?? FingerprintOf(Content)) == FingerprintOf(content);

    /// <summary>It is a need from now on, and a draft for nobody.</summary>
    public void Become(Guid needId, DateTimeOffset now)
    {
        (Fingerprint, Body) = (FingerprintOf(Content), "{}");
        (Became, ChangedAt) = (needId, StoredTime.Of(now));
        Version++;
    }

    /// <summary>Writes on.</summary>
    public void Write(NeedRequest content, DateTimeOffset now)
    {
        Body = JsonSerializer.Serialize(content, ColumnJson.Options);
        Version++;
        ChangedAt = StoredTime.Of(now);
    }

    private static string FingerprintOf(NeedRequest content) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, WithoutNulls)));
}

internal sealed class NeedDraftMapping : IEntityTypeConfiguration<NeedDraft>
{
    public void Configure(EntityTypeBuilder<NeedDraft> builder)
    {
        builder.ToTable("need_drafts");
        builder.HasKey(draft => draft.Id);
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.Version).IsConcurrencyToken();
        builder.Property(draft => draft.Body).HasColumnType("jsonb");
        builder.Ignore(draft => draft.Content);
        builder.HasQueryFilter(draft => draft.Became == null);
        builder.HasIndex(draft => draft.MunicipalityId);
    }
}
