using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.ReadModel;
using Kommunebro.Matching.Runs;
using Kommunebro.Matching.Shortlists;
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
        builder.Services.TryAddSingleton<IMaster, CpSatMaster>();
        builder.Services.AddSingleton<MatchingEngine>();
        builder.AddRuns();

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapInputs();
        app.MapRuns();
        app.MapCandidates();
        return app;
    }

    private static void Messages(MessagingBuilder messages) => messages
        .Handles<AreaChanged, AreaChangedHandler>(AreaChanged.MessageName)
        .Handles<MunicipalityChanged, MunicipalityChangedHandler>(MunicipalityChanged.MessageName)
        .Handles<OfferChanged, OfferChangedHandler>(OfferChanged.MessageName)
        .Handles<NeedVerified, NeedVerifiedHandler>(NeedVerified.MessageName)
        .Handles<NeedWithdrawn, NeedWithdrawnHandler>(NeedWithdrawn.MessageName);
}
