using Kommunebro.Contracts;
using Kommunebro.Identity;
using Kommunebro.Matching;
using Kommunebro.Messaging;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.NeedsIntake;
using Kommunebro.Notification;
using Kommunebro.Registry;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Architecture;

/// <summary>What the hosts register, looked at without starting them.</summary>
public sealed class HostsTests
{
    private static readonly (string Section, string Service, Func<ServiceHostOptions, WebApplication> Build)[] Hosts =
    [
        ("Identity", "identity", IdentityHost.Build),
        ("Notification", "notification", NotificationHost.Build),
        ("Registry", "registry", RegistryHost.Build),
        ("NeedsIntake", "needs-intake", NeedsIntakeHost.Build),
        ("Matching", "matching", MatchingHost.Build),
    ];

    [Fact]
    public async Task Every_endpoint_names_its_policy_or_says_why_it_has_none()
    {
        foreach (var (section, _, build) in Hosts)
        {
            await using var app = Build(section, build);
            var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
            Assert.NotEmpty(endpoints);
            Assert.All(endpoints.Where(endpoint => !IsGrpcFallback(endpoint)), endpoint => Assert.True(
                endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>() is { Policy.Length: > 0 }
                || endpoint.Metadata.GetMetadata<OpenToAll>() is { Reason.Length: > 0 },
                $"{section}: {endpoint.RoutePattern.RawText} names no policy."));
        }
    }

    [Fact]
    public async Task Every_post_can_be_repeated_by_its_key_or_answers_with_a_secret()
    {
        foreach (var (section, _, build) in Hosts)
        {
            await using var app = Build(section, build);
            var posts = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
                .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true);
            Assert.All(posts, endpoint => Assert.True(
                endpoint.Metadata.GetMetadata<TakesIdempotencyKey>() is not null
                || endpoint.Metadata.GetMetadata<AnswersWithSecret>() is { Secret.Length: > 0 },
                $"{section}: {endpoint.RoutePattern.RawText}"));
        }
    }

    [Fact]
    public async Task Every_model_has_its_migration()
    {
        foreach (var (section, _, build) in Hosts)
        {
            await using var app = Build(section, build);
            await using var scope = app.Services.CreateAsyncScope();
            var contexts = app.Services.GetRequiredService<IEnumerable<DbContextOptions>>().Select(options => options.ContextType);
            Assert.All(contexts, context => Assert.False(
                ((DbContext)scope.ServiceProvider.GetRequiredService(context)).Database.HasPendingModelChanges(),
                $"{context.Name} differs from its last migration: dotnet ef migrations add …"));
        }
    }

    [Fact]
    public async Task Every_message_has_one_publisher_and_the_listed_listeners()
    {
        var publishers = new List<(string Message, string Service)>();
        var listeners = new List<(string Message, string Service)>();
        foreach (var (section, service, build) in Hosts)
        {
            await using var app = Build(section, build);
            var catalog = app.Services.GetRequiredService<MessageCatalog>();
            Assert.Equal(service, catalog.Service);
            publishers.AddRange(catalog.Publications.Select(publication => (publication.Name, service)));
            listeners.AddRange(catalog.Subscriptions.Select(subscription => (subscription.Name, service)));
        }

        Assert.Equal(
            Subscribers.MessageNames.Order(StringComparer.Ordinal),
            publishers.Select(publisher => publisher.Message).Order(StringComparer.Ordinal));
        Assert.Equal(
            Subscribers.MessageNames.SelectMany(name => Subscribers.Of(name).Select(service => (name, service))).Order(),
            listeners.Order());
    }

    private static bool IsGrpcFallback(RouteEndpoint endpoint) =>
        endpoint.DisplayName?.Contains("Unimplemented", StringComparison.Ordinal) == true;

    private static WebApplication Build(string section, Func<ServiceHostOptions, WebApplication> build) => build(new ServiceHostOptions([])
    {
        SharedProcess = true,
        Configure = configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{section}:Listen:Http"] = "http://127.0.0.1:0",
            [$"{section}:Listen:Grpc"] = "http://127.0.0.1:0",
            [$"{section}:Access:ClientSecret"] = "never_sent",
            [$"{section}:Database"] = "Host=127.0.0.1;Database=never_connected",
            [$"{section}:Messaging:Transport"] = MessagingOptions.InProcess,
        }),
        ConfigureServices = services => services.AddSingleton<InProcessHub>(),
    });
}
