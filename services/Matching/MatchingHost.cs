using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Matching.Answers;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Explaining;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Ledger;
using Kommunebro.Matching.Organisations;
using Kommunebro.Matching.Overview;
using Kommunebro.Matching.Partnerships;
using Kommunebro.Matching.Proposals;
using Kommunebro.Matching.ReadModel;
using Kommunebro.Matching.Runs;
using Kommunebro.Matching.Scenarios;
using Kommunebro.Matching.Shortlists;
using Kommunebro.Matching.Solving;
using Kommunebro.Messaging;
using Kommunebro.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kommunebro.Matching;

/// <summary>Builds the matching host: alone in its process, beside others, or in a test.</summary>
public static class MatchingHost
{
    public static WebApplication Build(ServiceHostOptions options)
    {
        var builder = ServiceHost.CreateBuilder("Matching", typeof(MatchingHost).Assembly, options);
        builder.AddAccess(AccessPolicies.All.Select(rule => new AccessPolicy(rule.Name, rule.Roles)));
        builder.AddDatabase<MatchingDb>();
        builder.Services.AddScoped<ActingFor<MatchingDb>>();
        builder.AddMessaging<MatchingDb>("matching", Messages);
        builder.AddIdempotency<MatchingDb>();
        builder.AddGrpcClientTo<Registry.RegistryClient>("Registry");
        builder.AddGrpcClientTo<Needs.NeedsClient>("Needs");
        builder.Services.AddScoped<RegistrySnapshotSource>();
        builder.Services.AddScoped<NeedsSnapshotSource>();
        builder.Services.AddHostedService<SnapshotLoader>();
        builder.Services.AddScoped<ProblemLoader>();
        builder.Services.TryAddSingleton<ISolver, SolverProcess>();
        builder.AddRuns();
        builder.Services.AddSingleton(DeadlineOptions.Of(ServiceIdentity.Of(builder)));
        builder.Services.AddScoped<CommitmentGate>();
        builder.Services.AddScoped<SupplierLedger>();
        builder.Services.AddScenarios();
        builder.Services.AddProposals();
        builder.Services.AddAnswers();
        builder.Services.AddPartnerships();
        builder.Services.AddScoped<GetShortlist>();
        builder.Services.AddScoped<ShortlistsGrpc>();
        builder.Services.AddExplaining();
        builder.Services.AddScoped<GetOverview>();

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapInputs();
        app.MapRuns();
        app.MapScenarios();
        app.MapExplaining();
        app.MapCandidates();
        app.MapProposals();
        app.MapAnswers();
        app.MapPartnerships();
        app.MapGrpcService<MatchingGrpc>();
        return app;
    }

    private static void Messages(MessagingBuilder messages) => messages
        .Handles<AreaChanged, AreaChangedHandler>(AreaChanged.MessageName)
        .Handles<MunicipalityChanged, MunicipalityChangedHandler>(MunicipalityChanged.MessageName)
        .Handles<OfferChanged, OfferChangedHandler>(OfferChanged.MessageName)
        .Handles<InitiativeChanged, InitiativeChangedHandler>(InitiativeChanged.MessageName)
        .Handles<NeedVerified, NeedVerifiedHandler>(NeedVerified.MessageName)
        .Handles<NeedWithdrawn, NeedWithdrawnHandler>(NeedWithdrawn.MessageName)
        .Handles<OrganisationChanged, OrganisationChangedHandler>(OrganisationChanged.MessageName)
        .Publishes<RunCompleted>(RunCompleted.MessageName, message => $"{message.RunId}", Subscribers.Of(RunCompleted.MessageName))
        .Publishes<NeedUnmatched>(NeedUnmatched.MessageName, message => $"{message.NeedId}", Subscribers.Of(NeedUnmatched.MessageName))
        .Publishes<ProposalChanged>(ProposalChanged.MessageName, message => $"{message.ProposalId}", Subscribers.Of(ProposalChanged.MessageName))
        .Publishes<PartnershipChanged>(
            PartnershipChanged.MessageName, message => $"{message.PartnershipId}", Subscribers.Of(PartnershipChanged.MessageName))
        .Publishes<CapacityChanged>(CapacityChanged.MessageName, message => $"{message.SupplierId}", Subscribers.Of(CapacityChanged.MessageName));
}
