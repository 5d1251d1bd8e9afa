using Kommunebro.Messaging.Commands;
using Kommunebro.Messaging.Inbox;
using Kommunebro.Messaging.Outbox;
using Kommunebro.Messaging.Transports;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.Messaging.Transports.RabbitMq;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kommunebro.Messaging;

/// <summary>Gives a service its outbox and inbox.</summary>
public static class MessagingRegistration
{
    /// <summary>
    /// Adds messaging to a host whose <typeparamref name="TDb"/> is registered and has the messaging tables.
    /// With the in-process transport the composing program registers one <see cref="InProcessHub"/> in every host.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">The section with <see cref="MessagingOptions"/>.</param>
    /// <param name="service">The service's name, e.g. "needs-intake".</param>
    /// <param name="configure">Lists what it publishes and handles.</param>
    public static IServiceCollection AddMessaging<TDb>(
        this IServiceCollection services, IConfigurationSection settings, string service, Action<MessagingBuilder> configure)
        where TDb : DbContext
    {
        var builder = new MessagingBuilder();
        configure(builder);
        var catalog = new MessageCatalog(service, builder.Publications, builder.Subscriptions);
        var options = settings.Get<MessagingOptions>() ?? new MessagingOptions();

        services.Configure<MessagingOptions>(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<AuditActor>();
        services.AddSingleton(catalog);
        services.AddSingleton<MessagingMetrics>();
        services.AddSingleton<WakeUp<OutboxMessage>>();
        services.ConfigureDbContext<TDb>((provider, db) =>
        {
            var signal = provider.GetRequiredService<WakeUp<OutboxMessage>>();
            db.AddInterceptors(new SavedSignal(signal), new CommittedSignal(signal));
        });
        foreach (var handler in builder.Handlers)
            services.AddScoped(handler);
        services.AddSingleton<IMessageInbox, MessageInbox<TDb>>();
        services.AddScoped(provider => ActivatorUtilities.CreateInstance<DeadLetters>(provider, provider.GetRequiredService<TDb>()));
        services.AddTransport(catalog, options, settings);
        services.AddSingleton<OutboxOwnership<TDb>>();
        services.AddSingleton<OutboxRelay<TDb>>();
        services.AddHostedService<OutboxRelayService<TDb>>();
        services.AddHostedService<OutboxWatch<TDb>>();
        return services;
    }

    /// <summary>
    /// Adds messaging to a service's host, with settings from "X:Messaging": the tables' broker side is made by the
    /// command "migrate", and dead letters are listed and replayed by the command "dead-letters".
    /// </summary>
    public static WebApplicationBuilder AddMessaging<TDb>(
        this WebApplicationBuilder builder, string service, Action<MessagingBuilder> configure)
        where TDb : DbContext
    {
        builder.Services.AddMessaging<TDb>(ServiceIdentity.Of(builder).Settings.GetSection("Messaging"), service, configure);
        builder.Services.AddTransient<IMigrationStep, TopologyMigration<TDb>>();
        builder.Services.AddTransient<IServiceCommand, DeadLettersCommand>();
        builder.Services.AddTransient<IServiceCommand, AdoptTransportCommand<TDb>>();
        return builder;
    }

    private static void AddTransport(
        this IServiceCollection services, MessageCatalog catalog, MessagingOptions options, IConfigurationSection settings)
    {
        switch (options.Transport)
        {
            case MessagingOptions.RabbitMq:
                services.AddRabbitMq(catalog, options);
                break;
            case MessagingOptions.InProcess:
                services.AddSingleton<ITransport, InProcessTransport>();
                services.AddHostedService<InProcessMembership>();
                break;
            default:
                throw new SettingException(
                    $"{settings.Path}:Transport is '{options.Transport}'; it must be '{MessagingOptions.RabbitMq}' or '{MessagingOptions.InProcess}'.");
        }
    }
}
