using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Registry;
using Kommunebro.Messaging;
using Kommunebro.Registry.Areas;
using Kommunebro.Registry.Categories;
using Kommunebro.Registry.Codifier;
using Kommunebro.Registry.CommunityOrganisations;
using Kommunebro.Registry.Contacts;
using Kommunebro.Registry.Coverage;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Exports;
using Kommunebro.Registry.ExpressionsOfInterest;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.History;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Offers;
using Kommunebro.Registry.Organisations;
using Kommunebro.Registry.Profiles;
using Kommunebro.Registry.Registers;
using Kommunebro.Registry.Registers.Attributes;
using Kommunebro.Registry.Registers.Enhetsregisteret;
using Kommunebro.Registry.Registers.Geonorge;
using Kommunebro.Registry.Registers.Klass;
using Kommunebro.Registry.Relations;
using Kommunebro.Registry.Reviews;
using Kommunebro.Registry.Succession;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;
using MatchingClient = Kommunebro.Contracts.Matching.V1.Matching.MatchingClient;

namespace Kommunebro.Registry;

/// <summary>Builds the service: municipalities, areas, contacts, expressions of interest, offers, initiatives and the list of territories.</summary>
public static class RegistryHost
{
    /// <summary>The host, ready to run or to migrate.</summary>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static WebApplication Build(ServiceHostOptions options)
    {
        var builder = ServiceHost.CreateBuilder("Registry", typeof(RegistryHost).Assembly, options);
        builder.AddAccess(AccessPolicies.All.Select(rule => new AccessPolicy(rule.Name, rule.Roles)));
        // Its lists are asked for again and again, and to plan one takes as long as to read it.
        builder.AddDatabase<RegistryDb>(prepared: 50);
        builder.Services.AddScoped<ActingFor<RegistryDb>>();
        builder.Services.AddSingleton(PublicationDelay.Of(ServiceIdentity.Of(builder)));
        builder.AddMessaging<RegistryDb>("registry", Messages);
        builder.AddIdempotency<RegistryDb>();
        builder.Services.AddTransient<IMigrationStep, LoadAreas>();
        builder.Services.AddTransient<IServiceCommand, ImportCommand>();
        builder.Services.AddTransient<IServiceCommand, ContactsCommand>();
        // A file comes in one message; all other calls keep gRPC's own limit.
        builder.Services.AddGrpc().AddServiceOptions<ImportsGrpc>(grpc => grpc.MaxReceiveMessageSize = ImportsGrpc.MostBytes);
        builder.Services.AddScoped<IRegisterImport, CodifierImport>().AddScoped<IRegisterImport, TerritoryImport>()
            .AddScoped<IRegisterImport, KlassImport>().AddScoped<IRegisterImport, EnhetsregisteretImport>()
            .AddScoped<IRegisterImport, GeonorgeImport>().AddScoped<IRegisterImport, AttributesImport>()
            .AddScoped<IRegisterImport, RelationsImport>();
        builder.Services.AddSingleton<TerritoryDay>().AddHostedService(services => services.GetRequiredService<TerritoryDay>());
        builder.AddGrpcClientTo<MatchingClient>("Matching");
        builder.Services.AddHostedService<PartnershipSnapshotLoader>();
        builder.Services.AddSingleton<OfferYear>().AddHostedService(services => services.GetRequiredService<OfferYear>());
        builder.Services.AddUseCases();

        var app = builder.Build();
        app.UseServiceDefaults();
        var api = app.MapGroup("/api/v1");
        api.MapAreas();
        api.MapMunicipalities();
        api.MapExports();
        api.MapProfiles();
        api.MapCommunityOrganisations();
        api.MapContacts();
        api.MapExpressionsOfInterest();
        api.MapOffers();
        api.MapInitiatives();
        api.MapCoverage();
        api.MapTerritory();
        api.MapCategories();
        api.MapFigures();
        api.MapSuccession();
        api.MapImports();
        api.MapReviews();
        app.MapGrpcService<RegistryGrpc>();
        app.MapGrpcService<OffersGrpc>();
        app.MapGrpcService<ImportsGrpc>();
        app.MapGrpcService<HistoryGrpc>();
        app.MapGrpcService<InitiativesGrpc>();
        app.MapGrpcService<ProfilesGrpc>();
        return app;
    }

    private static void Messages(MessagingBuilder messages) => messages
        .Publishes<AreaChanged>(AreaChanged.MessageName, area => area.Code, Subscribers.Of(AreaChanged.MessageName))
        .Publishes<MunicipalityChanged>(
            MunicipalityChanged.MessageName, municipality => municipality.MunicipalityId.ToString(), Subscribers.Of(MunicipalityChanged.MessageName))
        .Publishes<OfferChanged>(OfferChanged.MessageName, offer => offer.OfferId.ToString(), Subscribers.Of(OfferChanged.MessageName))
        .Publishes<OfferConfirmationDue>(
            OfferConfirmationDue.MessageName, offer => offer.OfferId.ToString(), Subscribers.Of(OfferConfirmationDue.MessageName))
        .Publishes<InitiativeChanged>(
            InitiativeChanged.MessageName, initiative => initiative.InitiativeId.ToString(), Subscribers.Of(InitiativeChanged.MessageName))
        .Handles<CapacityChanged, CapacityChangedHandler>(CapacityChanged.MessageName)
        .Handles<PartnershipChanged, PartnershipChangedHandler>(PartnershipChanged.MessageName)
        .Handles<OrganisationChanged, OrganisationChangedHandler>(OrganisationChanged.MessageName);

    private static void AddUseCases(this IServiceCollection services) => services
        .AddScoped<FindAreas>()
        .AddScoped<RegisterMunicipality>()
        .AddScoped<TerritoryOfHromada>()
        .AddScoped<MatchingMunicipalities>()
        .AddScoped<FindMunicipalities>()
        .AddScoped<GetMunicipality>()
        .AddScoped<BrowseMunicipalities>()
        .AddScoped<DescribeMunicipality>()
        .AddScoped<WarSight>()
        .AddScoped<GetProfile>()
        .AddScoped<WriteProfile>()
        .AddScoped<CommunityOrganisationChange>()
        .AddScoped<FindCommunityOrganisations>()
        .AddScoped<AddCommunityOrganisation>()
        .AddScoped<ReviseCommunityOrganisation>()
        .AddScoped<RemoveCommunityOrganisation>()
        .AddScoped<ContactChange>()
        .AddScoped<FindContacts>()
        .AddScoped<AddContact>()
        .AddScoped<ChangeContact>()
        .AddScoped<EraseContact>()
        .AddScoped<ExpressInterest>()
        .AddScoped<FindExpressionsOfInterest>()
        .AddScoped<GetExpressionOfInterest>()
        .AddScoped<SubmitOffer>()
        .AddScoped<ReviseOffer>()
        .AddScoped<WithdrawOffer>()
        .AddScoped<ChangeOffer>()
        .AddScoped<AskToConfirm>()
        .AddScoped<FindOffers>()
        .AddScoped<BrowseOffers>()
        .AddScoped<GetOffer>()
        .AddScoped<InitiativeVisibility>()
        .AddScoped<InitiativeChange>()
        .AddScoped<FindInitiatives>()
        .AddScoped<RecordInitiative>()
        .AddScoped<ReviseInitiative>()
        .AddScoped<EndInitiative>()
        .AddScoped<HelpedHromadas>()
        .AddScoped<GetCoverage>()
        .AddScoped<ApplyRelations>()
        .AddScoped<ImportRelations>()
        .AddScoped<FindTerritory>()
        .AddScoped<SuggestCategory>()
        .AddScoped<FindCategory>()
        .AddScoped<DecideCategory>()
        .AddScoped<DescribedCategory>()
        .AddScoped<ApplyTerritory>()
        .AddScoped<ImportTerritory>()
        .AddScoped<KeepSettlements>()
        .AddScoped<ImportCodifier>()
        .AddScoped<CountyNames>()
        .AddScoped<ApplyRegister>()
        .AddScoped<FindFigures>()
        .AddScoped<KeepClassification>()
        .AddScoped<FindSuccession>()
        .AddScoped<UploadRegister>()
        .AddScoped<FindReviews>()
        .AddScoped<SettleReview>();
}
