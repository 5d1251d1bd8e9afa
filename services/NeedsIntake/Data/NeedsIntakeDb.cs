using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Messaging;
using Kommunebro.NeedsIntake.Attachments;
using Kommunebro.NeedsIntake.Calls;
using Kommunebro.NeedsIntake.Correspondence;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.NeedsIntake.Drafts;
using Kommunebro.NeedsIntake.Dream;
using Kommunebro.NeedsIntake.Duplicates;
using Kommunebro.NeedsIntake.Imports;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.NeedsIntake.Partnerships;
using Kommunebro.NeedsIntake.Reminders;
using Kommunebro.NeedsIntake.Safety;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Data;

/// <summary>What needs-intake owns: needs, its copy of registry's directory, audit, outbox and inbox.</summary>
public sealed class NeedsIntakeDb(DbContextOptions<NeedsIntakeDb> options) : DbContext(options)
{
    public DbSet<Need> Needs => Set<Need>();

    public DbSet<NeedStepTaken> StepsTaken => Set<NeedStepTaken>();

    public DbSet<NeedDraft> Drafts => Set<NeedDraft>();

    public DbSet<TerritoryTask> TerritoryTasks => Set<TerritoryTask>();

    public DbSet<TownCall> TownCalls => Set<TownCall>();

    public DbSet<NeedReminder> Reminders => Set<NeedReminder>();

    public DbSet<KnownMunicipality> Municipalities => Set<KnownMunicipality>();

    public DbSet<KnownArea> Areas => Set<KnownArea>();

    public DbSet<KnownPartnership> Partnerships => Set<KnownPartnership>();

    public DbSet<DirectoryBootstrap> DirectoryBootstraps => Set<DirectoryBootstrap>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextColumn>().HaveColumnType("jsonb");
        configurationBuilder.Properties<Country>().HaveConversion<EnumNameColumn<Country>>();
        configurationBuilder.Properties<MunicipalityKind>().HaveConversion<EnumNameColumn<MunicipalityKind>>();
        configurationBuilder.Properties<TerritoryStatus>().HaveConversion<EnumNameColumn<TerritoryStatus>>();
        configurationBuilder.Properties<TerritoryCoverage>().HaveConversion<EnumNameColumn<TerritoryCoverage>>();
        configurationBuilder.Properties<ProgrammeCategory>().HaveConversion<EnumNameColumn<ProgrammeCategory>>();
        configurationBuilder.Properties<NeedStatus>().HaveConversion<EnumNameColumn<NeedStatus>>();
        configurationBuilder.Properties<PartnershipStage>().HaveConversion<EnumNameColumn<PartnershipStage>>();
        configurationBuilder.Properties<Horizon>().HaveConversion<EnumNameColumn<Horizon>>();
        configurationBuilder.Properties<Band>().HaveConversion<EnumNameColumn<Band>>();
        configurationBuilder.Properties<Sensitivity>().HaveConversion<EnumNameColumn<Sensitivity>>();
        configurationBuilder.Properties<OccupiedTerritoryBasis>().HaveConversion<EnumNameColumn<OccupiedTerritoryBasis>>();
        configurationBuilder.Properties<AttachmentKind>().HaveConversion<EnumNameColumn<AttachmentKind>>();
        configurationBuilder.Properties<DreamIdeaState>().HaveConversion<EnumNameColumn<DreamIdeaState>>();
        configurationBuilder.Properties<ImportPolicy>().HaveConversion<EnumNameColumn<ImportPolicy>>();
        configurationBuilder.Properties<RowOutcome>().HaveConversion<EnumNameColumn<RowOutcome>>();
        configurationBuilder.Properties<NeedRelation>().HaveConversion<EnumNameColumn<NeedRelation>>();
        configurationBuilder.Properties<RejectionReason>().HaveConversion<EnumNameColumn<RejectionReason>>();
        configurationBuilder.Properties<Season>().HaveConversion<EnumNameColumn<Season>>();
        configurationBuilder.Properties<LocationPrecision>().HaveConversion<EnumNameColumn<LocationPrecision>>();
        configurationBuilder.Properties<VerificationMethod>().HaveConversion<EnumNameColumn<VerificationMethod>>();
        configurationBuilder.Properties<PauseReason>().HaveConversion<EnumNameColumn<PauseReason>>();
        configurationBuilder.Properties<ExemptionGround>().HaveConversion<EnumNameColumn<ExemptionGround>>();
        configurationBuilder.Properties<CallOutcome>().HaveConversion<EnumNameColumn<CallOutcome>>();
        configurationBuilder.Properties<ReminderReason>().HaveConversion<EnumNameColumn<ReminderReason>>();
        configurationBuilder.Properties<NeedParticulars>().HaveConversion<JsonColumn<NeedParticulars>>().HaveColumnType("jsonb");
        configurationBuilder.Properties<IReadOnlyList<TextFinding>>().HaveConversion<JsonColumn<IReadOnlyList<TextFinding>>>().HaveColumnType("jsonb");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NeedsIntakeDb).Assembly);
        modelBuilder.AddMessagingTables();
        modelBuilder.AddAudit();
        modelBuilder.AddTenants();
        modelBuilder.AddIdempotencyKeys();
        modelBuilder.AddTextLikeness();
    }
}
