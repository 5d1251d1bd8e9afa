using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>An operation that will end is described by what its headers are made of.</summary>
public sealed class DeprecationTests
{
    private static readonly Deprecation End = new(new DateOnly(2026, 12, 1), new DateOnly(2027, 6, 1), "/docs#ending", "/api/v1/others");

    [Fact]
    public async Task The_description_says_since_when_until_when_and_what_to_do()
    {
        var document = await new DescribedService("Sample", new XmlDocs(), new SchemaNames()).DescribeAsync(Build);

        var ending = document["paths"]!["/api/v1/ending"]!["get"]!.AsObject();
        OperationAnswers.Complete(ending, "/api/v1/ending", []);
        Assert.True((bool)ending["deprecated"]!);
        Assert.Equal("2026-12-01", (string?)ending["x-deprecated-since"]);
        Assert.Equal("2027-06-01", (string?)ending["x-sunset"]);
        Assert.Contains("**Deprecated** since 2026-12-01; it may answer no longer from 2027-06-01 on. What to do: /docs#ending", (string)ending["description"]!, StringComparison.Ordinal);
        Assert.NotNull(ending["responses"]!["200"]!["headers"]!["Deprecation"]);
        Assert.NotNull(ending["responses"]!["200"]!["headers"]!["Sunset"]);
        var staying = document["paths"]!["/api/v1/staying"]!["get"]!.AsObject();
        Assert.Null(staying["deprecated"]);
        Assert.Null(staying["x-sunset"]);
    }

    private static WebApplication Build(Action<IServiceCollection> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        configure(builder.Services);
        var app = builder.Build();
        app.MapGet("/api/v1/ending", () => TypedResults.Ok("still here")).WithName("GetEnding").RequireAccess(AccessPolicies.NeedsRead)
            .Deprecated(End.Since, End.Sunset, End.Page, End.Successor);
        app.MapGet("/api/v1/staying", () => TypedResults.Ok("here")).WithName("GetStaying").RequireAccess(AccessPolicies.NeedsRead);
        return app;
    }
}
