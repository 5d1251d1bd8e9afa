using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Answers;
using Kommunebro.Matching.Ledger;
using Kommunebro.Matching.Partnerships;
using Kommunebro.Matching.Proposals;
using Kommunebro.Matching.ReadModel;
using Kommunebro.Matching.Runs;
using Kommunebro.Matching.Scenarios;
using Kommunebro.Matching.Timeline;
using Kommunebro.Messaging;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Data;

public sealed class MatchingDb(DbContextOptions<MatchingDb> options) : DbContext(options)
{
    public DbSet<Known<AreaChanged>> Areas => Set<Known<AreaChanged>>();

    public DbSet<Known<MunicipalityChanged>> Municipalities => Set<Known<MunicipalityChanged>>();

    public DbSet<Known<OfferChanged>> Offers => Set<Known<OfferChanged>>();

    public DbSet<Known<NeedVerified>> Needs => Set<Known<NeedVerified>>();

    /// <summary>Who helps whom outside of this platform.</summary>
    public DbSet<Known<Help>> Initiatives => Set<Known<Help>>();

    public DbSet<Bootstrap> Bootstraps => Set<Bootstrap>();

    public DbSet<KnownPlace> Places => Set<KnownPlace>();

    public DbSet<KnownTitle> Titles => Set<KnownTitle>();

    public DbSet<KnownVerified> Verified => Set<KnownVerified>();

    public DbSet<HiddenNeed> HiddenNeeds => Set<HiddenNeed>();

    public DbSet<RestrictedNeed> RestrictedNeeds => Set<RestrictedNeed>();

    public DbSet<MatchingRun> Runs => Set<MatchingRun>();

    public DbSet<SavedScenario> Scenarios => Set<SavedScenario>();

    public DbSet<ScenarioEdition> ScenarioEditions => Set<ScenarioEdition>();

    public DbSet<ScenarioInForce> ScenariosInForce => Set<ScenarioInForce>();

    public DbSet<ToldUnmatched> ToldUnmatched => Set<ToldUnmatched>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<AnswerLink> Links => Set<AnswerLink>();

    public DbSet<Partnership> Partnerships => Set<Partnership>();

    public DbSet<ServedNeed> ServedNeeds => Set<ServedNeed>();

    public DbSet<Hold> Holds => Set<Hold>();

    public DbSet<SupplierLine> SupplierLines => Set<SupplierLine>();

    public DbSet<DeclinedPair> DeclinedPairs => Set<DeclinedPair>();

    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new KnownMapping<AreaChanged>("known_areas"));
        modelBuilder.ApplyConfiguration(new KnownMapping<MunicipalityChanged>("known_municipalities"));
        modelBuilder.ApplyConfiguration(new KnownMapping<OfferChanged>("known_offers"));
        modelBuilder.ApplyConfiguration(new KnownMapping<NeedVerified>("known_needs"));
        modelBuilder.ApplyConfiguration(new KnownMapping<Help>("known_initiatives"));
        modelBuilder.Entity<Bootstrap>().ToTable("bootstraps").HasKey(bootstrap => bootstrap.Owner);
        modelBuilder.ApplyConfiguration(new KnownPlaceMapping());
        modelBuilder.ApplyConfiguration(new KnownTitleMapping());
        modelBuilder.ApplyConfiguration(new KnownVerifiedMapping());
        modelBuilder.Entity<HiddenNeed>().ToTable("hidden_needs").HasKey(need => need.NeedId);
        modelBuilder.ApplyConfiguration(new RestrictedNeedMapping());
        modelBuilder.ApplyConfiguration(new MatchingRunMapping());
        modelBuilder.ApplyConfiguration<SavedScenario>(new ScenarioMapping());
        modelBuilder.ApplyConfiguration<ScenarioEdition>(new ScenarioMapping());
        modelBuilder.ApplyConfiguration<ScenarioInForce>(new ScenarioMapping());
        modelBuilder.Entity<ToldUnmatched>().ToTable("told_unmatched").HasKey(told => told.NeedId);
        modelBuilder.ApplyConfiguration(new ProposalMapping());
        modelBuilder.ApplyConfiguration(new AnswerLinkMapping());
        modelBuilder.ApplyConfiguration(new PartnershipMapping());
        modelBuilder.ApplyConfiguration(new ServedNeedMapping());
        modelBuilder.ApplyConfiguration(new HoldMapping());
        modelBuilder.ApplyConfiguration(new SupplierLineMapping());
        modelBuilder.ApplyConfiguration(new DeclinedPairMapping());
        modelBuilder.ApplyConfiguration(new TimelineMapping());
        modelBuilder.AddMessagingTables();
        modelBuilder.AddAudit();
        modelBuilder.AddIdempotencyKeys();
        modelBuilder.AddTenants();
    }
}
