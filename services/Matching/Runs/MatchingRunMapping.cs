using System.Text.Json;
using Kommunebro.Matching.Telling;
using Kommunebro.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.Runs;

internal sealed class MatchingRunMapping : IEntityTypeConfiguration<MatchingRun>
{
    public void Configure(EntityTypeBuilder<MatchingRun> builder)
    {
        builder.ToTable("matching_runs");
        builder.Property(run => run.Version).IsConcurrencyToken();
        builder.Property(run => run.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(run => run.Progress).HasColumnType("jsonb").HasConversion(
            progress => JsonSerializer.Serialize(progress, MessageJson.Options),
            json => JsonSerializer.Deserialize<RunProgress>(json, MessageJson.Options));
        builder.Property(run => run.Plan).HasColumnType("jsonb").HasConversion(
            plan => JsonSerializer.Serialize(plan, MessageJson.Options),
            json => JsonSerializer.Deserialize<StoredPlan>(json, MessageJson.Options));
        builder.Property(run => run.Seen).HasColumnType("jsonb").HasConversion(
            seen => JsonSerializer.Serialize(seen, MessageJson.Options),
            json => JsonSerializer.Deserialize<Dictionary<Guid, string>>(json, MessageJson.Options));
        builder.Property(run => run.Repair).HasDefaultValue(false);
        builder.Property(run => run.WhatIf).HasDefaultValue(false);
        builder.HasIndex(run => new { run.RequestedBy, run.RequestId }).IsUnique().HasFilter("request_id is not null");
        builder.HasIndex(run => new { run.Status, run.RequestedAt });
        builder.HasIndex(run => new { run.RequestedAt, run.Id });
    }
}
