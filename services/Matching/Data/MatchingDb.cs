using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.ReadModel;
using Kommunebro.Matching.Runs;
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

    public DbSet<Bootstrap> Bootstraps => Set<Bootstrap>();

    public DbSet<MatchingRun> Runs => Set<MatchingRun>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new KnownMapping<AreaChanged>("known_areas"));
        modelBuilder.ApplyConfiguration(new KnownMapping<MunicipalityChanged>("known_municipalities"));
        modelBuilder.ApplyConfiguration(new KnownMapping<OfferChanged>("known_offers"));
        modelBuilder.ApplyConfiguration(new KnownMapping<NeedVerified>("known_needs"));
        modelBuilder.Entity<Bootstrap>().ToTable("bootstraps").HasKey(bootstrap => bootstrap.Owner);
        modelBuilder.ApplyConfiguration(new MatchingRunMapping());
        modelBuilder.AddMessagingTables();
        modelBuilder.AddAudit();
        modelBuilder.AddIdempotencyKeys();
    }
}
