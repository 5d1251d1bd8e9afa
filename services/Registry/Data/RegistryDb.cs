using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Messaging;
using Kommunebro.Registry.Areas;
using Kommunebro.Registry.Categories;
using Kommunebro.Registry.CommunityOrganisations;
using Kommunebro.Registry.Contacts;
using Kommunebro.Registry.ExpressionsOfInterest;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Offers;
using Kommunebro.Registry.Profiles;
using Kommunebro.Registry.Reviews;
using Kommunebro.Registry.Succession;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Data;

/// <summary>Registry's own database.</summary>
public sealed class RegistryDb(DbContextOptions<RegistryDb> options) : DbContext(options)
{
    /// <summary>The code list of areas.</summary>
    public DbSet<Area> Areas => Set<Area>();

    /// <summary>Municipalities of both countries.</summary>
    public DbSet<Municipality> Municipalities => Set<Municipality>();

    /// <summary>What municipalities say of themselves.</summary>
    public DbSet<MunicipalityProfile> Profiles => Set<MunicipalityProfile>();

    /// <summary>Who in a municipality's community can add to what it does.</summary>
    public DbSet<CommunityOrganisation> CommunityOrganisations => Set<CommunityOrganisation>();

    /// <summary>Wishes to take part, in free text.</summary>
    public DbSet<ExpressionOfInterest> ExpressionsOfInterest => Set<ExpressionOfInterest>();

    /// <summary>The only personal values of the platform.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>Competence and capacity of suppliers, and what hromadas can teach.</summary>
    public DbSet<Offer> Offers => Set<Offer>();

    /// <summary>Editions of the official list of territories.</summary>
    public DbSet<TerritoryEdition> TerritoryEditions => Set<TerritoryEdition>();

    /// <summary>The periods of all editions.</summary>
    public DbSet<TerritoryPeriod> TerritoryPeriods => Set<TerritoryPeriod>();

    /// <summary>The settlements of hromadas, as the codifier says.</summary>
    public DbSet<Settlement> Settlements => Set<Settlement>();

    /// <summary>Decisions on programme categories.</summary>
    public DbSet<CategoryDecision> CategoryDecisions => Set<CategoryDecision>();

    /// <summary>What official registers said, with source and date.</summary>
    public DbSet<Figure> Figures => Set<Figure>();

    /// <summary>Rows of official registers that wait for a person.</summary>
    public DbSet<ReviewItem> Reviews => Set<ReviewItem>();

    /// <summary>Norwegian codes and their times.</summary>
    public DbSet<ClassificationCode> ClassificationCodes => Set<ClassificationCode>();

    /// <summary>Mergers and splits of Norwegian municipalities and counties.</summary>
    public DbSet<CodeChange> CodeChanges => Set<CodeChange>();

    /// <summary>Who already helps whom.</summary>
    public DbSet<Initiative> Initiatives => Set<Initiative>();

    /// <summary>Partnerships of this platform.</summary>
    public DbSet<KnownPartnership> KnownPartnerships => Set<KnownPartnership>();

    /// <summary>What matching's ledger says of suppliers.</summary>
    public DbSet<CommittedCapacity> CommittedCapacities => Set<CommittedCapacity>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Country>().HaveConversion<EnumNameColumn<Country>>();
        conventions.Properties<MunicipalityKind>().HaveConversion<EnumNameColumn<MunicipalityKind>>();
        conventions.Properties<TerritoryStatus>().HaveConversion<EnumNameColumn<TerritoryStatus>>();
        conventions.Properties<TerritoryCoverage>().HaveConversion<EnumNameColumn<TerritoryCoverage>>();
        conventions.Properties<ProgrammeCategory>().HaveConversion<EnumNameColumn<ProgrammeCategory>>();
        conventions.Properties<ExpressionStatus>().HaveConversion<EnumNameColumn<ExpressionStatus>>();
        conventions.Properties<OfferStatus>().HaveConversion<EnumNameColumn<OfferStatus>>();
        conventions.Properties<PoliticalAnchoring>().HaveConversion<EnumNameColumn<PoliticalAnchoring>>();
        conventions.Properties<ConfirmationMoment>().HaveConversion<EnumNameColumn<ConfirmationMoment>>();
        conventions.Properties<Band>().HaveConversion<EnumNameColumn<Band>>();
        conventions.Properties<FigureName>().HaveConversion<EnumNameColumn<FigureName>>();
        conventions.Properties<ReviewStatus>().HaveConversion<EnumNameColumn<ReviewStatus>>();
        conventions.Properties<InitiativeKind>().HaveConversion<EnumNameColumn<InitiativeKind>>();
        conventions.Properties<InitiativeProgramme>().HaveConversion<EnumNameColumn<InitiativeProgramme>>();
        conventions.Properties<InitiativeStatus>().HaveConversion<EnumNameColumn<InitiativeStatus>>();
        conventions.Properties<InitiativeOrigin>().HaveConversion<EnumNameColumn<InitiativeOrigin>>();
        conventions.Properties<Sensitivity>().HaveConversion<EnumNameColumn<Sensitivity>>();
        conventions.Properties<LegalHead>().HaveConversion<EnumNameColumn<LegalHead>>();
        conventions.Properties<Association>().HaveConversion<EnumNameColumn<Association>>();
        conventions.Properties<CommunityOrganisationKind>().HaveConversion<EnumNameColumn<CommunityOrganisationKind>>();
        conventions.Properties<Travel>().HaveConversion<EnumNameColumn<Travel>>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder
        .ApplyConfigurationsFromAssembly(typeof(RegistryDb).Assembly)
        .AddMessagingTables()
        .AddAudit()
        .AddTenants()
        .AddIdempotencyKeys()
        .AddSearchKey();
}
