using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Messaging;
using Kommunebro.Notification.Data;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Directory;
using Kommunebro.Notification.Events;
using Kommunebro.Notification.Feed;
using Kommunebro.Notification.Inbox;
using Kommunebro.Notification.Mail;
using Kommunebro.Notification.Notices;
using Kommunebro.Notification.Sending;
using Kommunebro.Notification.Texts;
using Kommunebro.Notification.Webhooks;
using Kommunebro.ServiceDefaults;
using IdentityClient = Kommunebro.Contracts.Identity.V1.Identity.IdentityClient;
using MatchingClient = Kommunebro.Contracts.Matching.V1.Matching.MatchingClient;
using RegistryClient = Kommunebro.Contracts.Registry.V1.Registry.RegistryClient;

namespace Kommunebro.Notification;

/// <summary>Builds the notification host: alone in its process, beside others, or in a test.</summary>
public static class NotificationHost
{
    public static WebApplication Build(ServiceHostOptions options)
    {
        var builder = ServiceHost.CreateBuilder("Notification", typeof(NotificationHost).Assembly, options);
        builder.AddAccess(AccessPolicies.All.Select(rule => new AccessPolicy(rule.Name, rule.Roles)));
        builder.AddDatabase<NotificationDb>();
        builder.AddMessaging<NotificationDb>("notification", Messages);
        builder.AddIdempotency<NotificationDb>();
        builder.AddGrpcClientTo<RegistryClient>("Registry");
        builder.AddGrpcClientTo<MatchingClient>("Matching");
        // "Identity" is where its keys and tokens are fetched over HTTP/1.
        builder.AddGrpcClientTo<IdentityClient>("IdentityGrpc");
        builder.Services.AddHostedService<RegistrySnapshotLoader>();
        builder.AddNotices();
        builder.AddMail();
        builder.AddWebhooks();
        builder.AddSending();

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapWebhooks();
        app.MapGet("/api/v1/events", FindEvents.HandleAsync).RequireAccess(AccessPolicies.EventsRead);
        app.MapGrpcService<NotificationGrpc>();
        return app;
    }

    private static void Messages(MessagingBuilder messages) => messages
        .Handles<MunicipalityChanged, MunicipalityChangedHandler>(MunicipalityChanged.MessageName)
        .Handles<OfferConfirmationDue, OfferConfirmationDueHandler>(OfferConfirmationDue.MessageName)
        .Handles<OrganisationChanged, OrganisationChangedHandler>(OrganisationChanged.MessageName)
        .Handles<PasswordLetterAsked, PasswordLetterAskedHandler>(PasswordLetterAsked.MessageName)
        .Handles<NeedSubmitted, NeedSubmittedHandler>(NeedSubmitted.MessageName)
        .Handles<NeedReturned, NeedReturnedHandler>(NeedReturned.MessageName)
        .Handles<NeedAsked, NeedAskedHandler>(NeedAsked.MessageName)
        .Handles<NeedReplied, NeedRepliedHandler>(NeedReplied.MessageName)
        .Handles<NeedRejected, NeedRejectedHandler>(NeedRejected.MessageName)
        .Handles<NeedVerified, NeedVerifiedHandler>(NeedVerified.MessageName)
        .Handles<NeedWithdrawn, NeedWithdrawnHandler>(NeedWithdrawn.MessageName)
        .Handles<NeedReminderDue, NeedReminderDueHandler>(NeedReminderDue.MessageName)
        .Handles<RunCompleted, RunCompletedHandler>(RunCompleted.MessageName)
        .Handles<NeedUnmatched, NeedUnmatchedHandler>(NeedUnmatched.MessageName)
        .Handles<ProposalChanged, ProposalChangedHandler>(ProposalChanged.MessageName)
        .Handles<PartnershipChanged, PartnershipChangedHandler>(PartnershipChanged.MessageName);

    private static void AddNotices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Templates>();
        builder.Services.AddScoped<Outgoing>();
        builder.Services.AddScoped<Reader>();
        builder.Services.AddScoped<FindInbox>();
        builder.Services.AddScoped<MarkRead>();
        builder.Services.AddScoped<FindDeliveries>();
    }

    private static void AddMail(this WebApplicationBuilder builder)
    {
        var options = MailOptions.Of(ServiceIdentity.Of(builder));
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<IMailTransport>(options.Folder is { } folder ? new MailFolder(folder) : new SmtpMail(options));
        builder.Services.AddSingleton<Postmark>();
        builder.Services.AddScoped<People>();
        builder.Services.AddScoped<AnswerLinks>();
        builder.Services.AddScoped<PasswordLinks>();
        builder.Services.AddScoped<LetterLinks>();
        builder.Services.AddScoped<LetterWriter>();
        builder.Services.AddScoped<SendMail>();
    }

    private static void AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(WebhookOptions.Of(ServiceIdentity.Of(builder)));
        builder.Services.AddSingleton<WebhookClient>();
        builder.Services.AddSingleton<WebhookUrl>();
        builder.Services.AddScoped<WebhookRules>();
        builder.Services.AddScoped<OwnWebhooks>();
        builder.Services.AddScoped<ActingFor<NotificationDb>>();
        builder.Services.AddScoped<FeedPositions>();
    }

    private static void AddSending(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(SenderOptions.Of(ServiceIdentity.Of(builder)));
        builder.Services.AddSingleton<SendingSettings>();
        builder.Services.AddSingleton<RetrySchedule>();
        builder.Services.AddSingleton<DeliveryQueue>();
        builder.Services.AddScoped<Groups>();
        builder.Services.AddScoped<CallWebhook>();
        builder.Services.AddScoped<DeliveryAttempt>();
        builder.Services.AddScoped<Settlement>();
        builder.Services.AddHostedService<DeliveryWorker>();
    }
}
