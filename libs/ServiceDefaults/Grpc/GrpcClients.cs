using Grpc.Core;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kommunebro.ServiceDefaults;

/// <summary>How one service asks another.</summary>
public static class GrpcClients
{
    /// <summary>
    /// Adds a client to the service whose address stands under "X:Services:<paramref name="service"/>": http://host:port
    /// (in a cluster dns:///host:port, over which calls are spread) or unix:/path. Unary calls have a deadline of
    /// "X:Services:Deadline" (5 s), are repeated when the other is away, and stop for a while when it stays away.
    /// All methods must be safe to repeat. Calls carry this service's own token (<see cref="ServiceToken"/>).
    /// </summary>
    public static WebApplicationBuilder AddGrpcClientTo<TClient>(this WebApplicationBuilder builder, string service)
        where TClient : ClientBase<TClient> =>
        builder.AddGrpcClientTo<TClient>(service, typeof(TClient).Name, OwnToken);

    /// <summary>
    /// The same under a name, for <see cref="global::Grpc.Net.ClientFactory.GrpcClientFactory"/>, with another token: a host that
    /// asks in the name of its user.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="service">The other service, as its setting calls it.</param>
    /// <param name="name">The client's name; the type's name for the one that is injected.</param>
    /// <param name="sign">Makes the handler that puts a token on each request; null for the service's own token.</param>
    public static WebApplicationBuilder AddGrpcClientTo<TClient>(
        this WebApplicationBuilder builder, string service, string name, Func<IServiceProvider, DelegatingHandler>? sign)
        where TClient : ClientBase<TClient>
    {
        var identity = ServiceIdentity.Of(builder);
        var setting = $"Services:{service}";
        var address = ServiceAddress.Parse($"{identity.Section}:{setting}", identity.Require(setting));
        // Told at the start and not at the first call.
        identity.Require("Access:ClientId");
        identity.Require("Access:ClientSecret");
        // Replicas come and go; without this names are resolved again only when a connection breaks.
        builder.Services.TryAddSingleton<ResolverFactory>(new DnsResolverFactory(TimeSpan.FromSeconds(30)));
        builder.Services.TryAddSingleton<ServiceToken>();
        builder.Services.TryAddSingleton<CallGuard<TClient>>();
        builder.Services
            .AddGrpcClient<TClient>(name, client => client.Address = address.Uri)
            .ConfigureChannel(channel =>
            {
                channel.Credentials = ChannelCredentials.Insecure;
                channel.ServiceConfig = ServiceConfigFor(address);
                // gRPC's own two minutes would keep a service away long after it came back.
                channel.InitialReconnectBackoff = TimeSpan.FromMilliseconds(100);
                channel.MaxReconnectBackoff = TimeSpan.FromSeconds(1);
            })
            .ConfigurePrimaryHttpMessageHandler(() => HandlerOf(address))
            // The resilience handler of other HTTP clients would repeat what is repeated already, and end streams.
            .ConfigureAdditionalHttpMessageHandlers((handlers, provider) =>
            {
                handlers.Clear();
                handlers.Add((sign ?? OwnToken)(provider));
            })
            .AddInterceptor<CallGuard<TClient>>();
        return builder;
    }

    private static DelegatingHandler OwnToken(IServiceProvider services) => new ServiceTokenHandler(services.GetRequiredService<ServiceToken>());

    private static ServiceConfig ServiceConfigFor(ServiceAddress address)
    {
        var config = new ServiceConfig { MethodConfigs = { RepeatWhenAway } };
        // A name stands for several replicas; a unix socket cannot be balanced.
        if (address.Uri.Scheme == "dns")
            config.LoadBalancingConfigs.Add(new RoundRobinConfig());
        return config;
    }

    private static MethodConfig RepeatWhenAway => new()
    {
        Names = { MethodName.Default },
        RetryPolicy = new RetryPolicy
        {
            MaxAttempts = 4,
            InitialBackoff = TimeSpan.FromMilliseconds(100),
            MaxBackoff = TimeSpan.FromSeconds(2),
            BackoffMultiplier = 2,
            RetryableStatusCodes = { StatusCode.Unavailable },
        },
    };

    private static SocketsHttpHandler HandlerOf(ServiceAddress address)
    {
        var handler = address.CreateHandler();
        handler.EnableMultipleHttp2Connections = true;
        handler.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(10);
        return handler;
    }
}
