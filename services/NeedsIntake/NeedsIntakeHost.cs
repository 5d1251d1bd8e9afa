using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Messaging;
using Kommunebro.NeedsIntake.Attachments;
using Kommunebro.NeedsIntake.Calls;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.NeedsIntake.Drafts;
using Kommunebro.NeedsIntake.Dream;
using Kommunebro.NeedsIntake.Duplicates;
using Kommunebro.NeedsIntake.Exports;
using Kommunebro.NeedsIntake.Imports;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.NeedsIntake.Organisations;
using Kommunebro.NeedsIntake.Partnerships;
using Kommunebro.NeedsIntake.Reminders;
using Kommunebro.NeedsIntake.Safety;
using Kommunebro.NeedsIntake.Statistics;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake;

/// <summary>Builds the needs-intake host: alone in its process, beside others, or in a test.</summary>
public static class NeedsIntakeHost
{
    public static WebApplication Build(ServiceHostOptions options)
    {
        var builder = ServiceHost.CreateBuilder("NeedsIntake", typeof(NeedsIntakeHost).Assembly, options);
        builder.AddAccess(AccessPolicies.All.Select(rule => new AccessPolicy(rule.Name, rule.Roles)));
        builder.AddDatabase<NeedsIntakeDb>();
        builder.Services.AddScoped<ActingFor<NeedsIntakeDb>>();
        builder.AddMessaging<NeedsIntakeDb>("needs-intake", Messages);
        builder.AddIdempotency<NeedsIntakeDb>();
        builder.AddGrpcClientTo<Registry.RegistryClient>("Registry");
        builder.Services.AddHostedService<RegistrySnapshotLoader>();
        builder.Services.AddSingleton(PublicationDelay.Of(ServiceIdentity.Of(builder)));
        builder.Services.AddScoped<NeedVisibility>();
        builder.Services.AddScoped<NeedRules>();
        builder.Services.AddScoped<NeedChange>();
        builder.Services.AddScoped<ReaderSteps>();
        builder.Services.AddScoped<NeedDetails>();
        builder.Services.AddScoped<DraftDesk>();
        builder.Services.AddSingleton<QueueMetrics>();
        builder.Services.AddHostedService<QueueWatch>();
        builder.Services.AddHostedService<ReminderWatch>();
        builder.Services.AddScoped<TerritoryWatch>();
        builder.Services.AddScoped<DirectoryLookup>();
        builder.Services.AddScoped<SideBySide>();
        builder.Services.AddScoped<AttachmentAccess>();
        builder.Services.AddScoped<IAttachmentStore, PostgresAttachmentStore>();
        // A file comes in one message; all other calls keep gRPC's own limit.
        builder.Services.AddGrpc()
            .AddServiceOptions<AttachmentsGrpc>(grpc => grpc.MaxReceiveMessageSize = AttachmentsGrpc.MostBytes)
            .AddServiceOptions<ImportsGrpc>(grpc => grpc.MaxReceiveMessageSize = ImportsGrpc.MostBytes);
        builder.Services.AddScoped<CheckRows>();
        builder.Services.AddScoped<ImportNeeds>();
        builder.Services.AddScoped<KeepDreamIdea>();
        builder.Services.AddScoped<ImportDream>();
        builder.Services.AddTransient<IServiceCommand, ImportNeedsCommand>().AddTransient<IServiceCommand, ImportDreamCommand>();

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapNeeds();
        app.MapDrafts();
        app.MapCalls();
        app.MapDuplicates();
        app.MapImports();
        app.MapExports();
        app.MapAttachments();
        app.MapDreamIdeas();
        app.MapGrpcService<NeedsGrpc>();
        app.MapGrpcService<AttachmentsGrpc>();
        app.MapGrpcService<ImportsGrpc>();
        return app;
    }

    private static void Messages(MessagingBuilder messages) => messages
        .Publishes<NeedSubmitted>(
            NeedSubmitted.MessageName, need => need.NeedId.ToString(), Subscribers.Of(NeedSubmitted.MessageName))
        .Publishes<NeedReturned>(
            NeedReturned.MessageName, need => need.NeedId.ToString(), Subscribers.Of(NeedReturned.MessageName))
        .Publishes<NeedAsked>(NeedAsked.MessageName, need => need.NeedId.ToString(), Subscribers.Of(NeedAsked.MessageName))
        .Publishes<NeedReplied>(NeedReplied.MessageName, need => need.NeedId.ToString(), Subscribers.Of(NeedReplied.MessageName))
        .Publishes<NeedRejected>(
            NeedRejected.MessageName, need => need.NeedId.ToString(), Subscribers.Of(NeedRejected.MessageName))
        .Publishes<NeedVerified>(
            NeedVerified.MessageName, need => need.NeedId.ToString(), Subscribers.Of(NeedVerified.MessageName))
        .Publishes<NeedWithdrawn>(
            NeedWithdrawn.MessageName, need => need.NeedId.ToString(), Subscribers.Of(NeedWithdrawn.MessageName))
        .Publishes<NeedReminderDue>(
            NeedReminderDue.MessageName, need => need.NeedId.ToString(), Subscribers.Of(NeedReminderDue.MessageName))
        .Handles<MunicipalityChanged, MunicipalityChangedHandler>(MunicipalityChanged.MessageName)
        .Handles<AreaChanged, AreaChangedHandler>(AreaChanged.MessageName)
        .Handles<PartnershipChanged, PartnershipChangedHandler>(PartnershipChanged.MessageName)
        .Handles<OrganisationChanged, OrganisationChangedHandler>(OrganisationChanged.MessageName);
}
