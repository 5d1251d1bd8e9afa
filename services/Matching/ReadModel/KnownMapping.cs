using System.Text.Json;
using Kommunebro.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.ReadModel;

/// <summary>A table for each kind of thing, its state as JSON: runs read it whole, nothing is searched by its parts.</summary>
internal sealed class KnownMapping<TState>(string table) : IEntityTypeConfiguration<Known<TState>>
    where TState : class
{
    public void Configure(EntityTypeBuilder<Known<TState>> builder)
    {
        builder.ToTable(table);
        builder.HasKey(known => known.Id);
        builder.Property(known => known.Version).IsConcurrencyToken();
        builder.Property(known => known.State).HasColumnType("jsonb").HasConversion(
            state => JsonSerializer.Serialize(state, MessageJson.Options),
            json => JsonSerializer.Deserialize<TState>(json, MessageJson.Options));
    }
}
