using System.Text.Json;
using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Telling;
using Kommunebro.Messaging;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.Proposals;

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("proposals");
        builder.Property(proposal => proposal.Id).ValueGeneratedNever();
        builder.Property(proposal => proposal.Version).IsConcurrencyToken();
        builder.Property(proposal => proposal.Status).HasConversion<EnumNameColumn<ProposalStatus>>();
        builder.Property(proposal => proposal.Origin).HasConversion<EnumNameColumn<ProposalOrigin>>();
        builder.Property(proposal => proposal.Match).HasColumnType("jsonb").HasConversion(
            match => JsonSerializer.Serialize(match, MessageJson.Options),
            json => JsonSerializer.Deserialize<StoredMatch>(json, MessageJson.Options)!);
        Answer(builder.Property(proposal => proposal.SupplierAnswer));
        Answer(builder.Property(proposal => proposal.HromadaAnswer));
        builder.Property(proposal => proposal.Opening).HasColumnType("jsonb").HasConversion(
            opening => JsonSerializer.Serialize(opening, MessageJson.Options),
            json => JsonSerializer.Deserialize<TerritoryOpening>(json, MessageJson.Options));
        builder.HasIndex(proposal => new { proposal.Status, proposal.Score });
        builder.HasIndex(proposal => proposal.RunId);
        builder.HasIndex(proposal => proposal.HromadaId);
        // By which RestrictedNeed finds the few without reading all matches.
        builder.HasIndex(proposal => proposal.NeedId, "ix_proposals_restricted")
            .HasFilter("match -> 'need' ->> 'sensitivity' = 'restricted'");
        // Of one supplier and one need there is one open proposal at most.
        builder.HasIndex(proposal => new { proposal.SupplierId, proposal.NeedId }).IsUnique()
            .HasFilter("status in ('proposed', 'with_supplier', 'with_hromada')");
    }

    private static void Answer(PropertyBuilder<PartyAnswer?> answer) => answer.HasColumnType("jsonb").HasConversion(
        given => JsonSerializer.Serialize(given, MessageJson.Options),
        json => JsonSerializer.Deserialize<PartyAnswer>(json, MessageJson.Options));
}
