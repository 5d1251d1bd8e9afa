using System.Text.Json;
using Kommunebro.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.Scenarios;

internal sealed class ScenarioMapping
    : IEntityTypeConfiguration<SavedScenario>, IEntityTypeConfiguration<ScenarioEdition>, IEntityTypeConfiguration<ScenarioInForce>
{
    // The content is replaced as a whole, never changed in place.
    private static readonly ValueComparer<ScenarioContent> AsWhole = new(
        (one, other) => ReferenceEquals(one, other), content => content.Pins.Count, content => content);

    public void Configure(EntityTypeBuilder<SavedScenario> builder)
    {
        builder.ToTable("scenarios");
        builder.Property(scenario => scenario.Id).ValueGeneratedNever();
        builder.Property(scenario => scenario.Version).IsConcurrencyToken();
        builder.Ignore(scenario => scenario.Edition);
        Content(builder.Property(scenario => scenario.Content));
        builder.HasIndex(scenario => new { scenario.CreatedBy, scenario.RequestId }).IsUnique().HasFilter("request_id is not null");
    }

    public void Configure(EntityTypeBuilder<ScenarioEdition> builder)
    {
        builder.ToTable("scenario_versions");
        builder.HasKey(edition => new { edition.ScenarioId, edition.Version });
        builder.HasOne<SavedScenario>().WithMany().HasForeignKey(edition => edition.ScenarioId).OnDelete(DeleteBehavior.Restrict);
        Content(builder.Property(edition => edition.Content));
    }

    public void Configure(EntityTypeBuilder<ScenarioInForce> builder)
    {
        builder.ToTable("scenario_in_force", table => table.HasCheckConstraint("only_one_in_force", "id = 1"));
        builder.Property(force => force.Id).ValueGeneratedNever();
        builder.HasOne<SavedScenario>().WithMany().HasForeignKey(force => force.ScenarioId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Content(PropertyBuilder<ScenarioContent> content) => content.HasColumnType("jsonb").HasConversion(
        value => JsonSerializer.Serialize(value, MessageJson.Options),
        json => JsonSerializer.Deserialize<ScenarioContent>(json, MessageJson.Options)!,
        AsWhole);
}
