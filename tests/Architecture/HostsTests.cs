using System.Text.Json;
using Grpc.AspNetCore.Server;
using Kommunebro.Contracts;
using Kommunebro.Messaging;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Architecture;

/// <summary>What the hosts register, looked at without starting them.</summary>
public sealed class HostsTests
{
    [Fact]
    public async Task Every_endpoint_names_its_policy_or_says_why_it_has_none()
    {
        foreach (var section in PlatformHosts.Sections)
        {
            await using var app = PlatformHosts.Build(section);
            var endpoints = PlatformHosts.EndpointsOf(app);
            Assert.NotEmpty(endpoints);
            Assert.All(endpoints, endpoint => Assert.True(
                PoliciesOf(endpoint).Any() || endpoint.Metadata.GetMetadata<OpenToAll>() is { Reason.Length: > 0 },
                $"{section}: {endpoint.RoutePattern.RawText} names no policy."));
        }
    }

    [Fact]
    public async Task Every_policy_that_an_endpoint_names_is_one_of_the_table()
    {
        foreach (var section in PlatformHosts.Sections)
        {
            await using var app = PlatformHosts.Build(section);
            // The gateway asks for a valid token of whomever; what it allows, the services decide.
            var known = AccessPolicies.All.Select(rule => rule.Name).Concat(section == "Gateway" ? ["signed-in"] : []).ToHashSet();
            Assert.All(PlatformHosts.EndpointsOf(app), endpoint => Assert.All(
                PoliciesOf(endpoint),
                policy => Assert.True(
                    known.Contains(policy), $"{section}: {endpoint.RoutePattern.RawText} asks for {policy}, which no rule of AccessPolicies is.")));
        }
    }

    [Fact]
    public async Task Every_grpc_method_asks_for_a_policy_of_its_own()
    {
        foreach (var section in PlatformHosts.WithMessages)
        {
            await using var app = PlatformHosts.Build(section);
            var methods = PlatformHosts.EndpointsOf(app).Where(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is not null).ToList();
            Assert.NotEmpty(methods);
            Assert.All(methods, method => Assert.True(
                PoliciesOf(method).Count() == 1 && method.Metadata.GetMetadata<IAllowAnonymous>() is null,
                $"{method.DisplayName} must ask for one policy."));
        }
    }

    [Fact]
    public async Task Every_post_can_be_repeated_by_its_key_or_answers_with_a_secret()
    {
        foreach (var section in PlatformHosts.WithMessages)
        {
            await using var app = PlatformHosts.Build(section);
            var posts = PlatformHosts.EndpointsOf(app)
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
        foreach (var section in PlatformHosts.Sections.Except(["Gateway"]))
        {
            await using var app = PlatformHosts.Build(section);
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
        foreach (var section in PlatformHosts.WithMessages)
        {
            await using var app = PlatformHosts.Build(section);
            var catalog = app.Services.GetRequiredService<MessageCatalog>();
            var service = JsonNamingPolicy.KebabCaseLower.ConvertName(section);
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

    private static IEnumerable<string> PoliciesOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).Where(policy => policy is { Length: > 0 }).OfType<string>();
}
