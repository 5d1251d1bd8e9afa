using System.Reflection;
using System.Text.Json.Nodes;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>A service's real host, built and never started, which tells what its endpoints take and answer.</summary>
internal sealed class DescribedService(string name, XmlDocs docs, SchemaNames names)
{
    /// <summary>The host's description as OpenAPI 3.1.</summary>
    public Task<JsonObject> DescribeAsync() => DescribeAsync(Build);

    /// <summary>The description of what <paramref name="build"/> builds.</summary>
    public async Task<JsonObject> DescribeAsync(Func<Action<IServiceCollection>, WebApplication> build)
    {
        var endpoints = new List<EndpointDataSource>();
        await using var app = build(services => services
            // The framework sees a host's endpoints only once it has started.
            .AddSingleton<EndpointDataSource>(_ => new CompositeEndpointDataSource(endpoints))
            .AddOpenApi("v1", Configure));
        endpoints.AddRange(((IEndpointRouteBuilder)app).DataSources);
        var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
        return JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!.AsObject();
    }

    private void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.CreateSchemaReferenceId = type => names.Of(type, name);
        options.AddOperationTransformer(new OperationText(docs));
        options.AddSchemaTransformer(new SchemaText(docs));
        // What operations refer to must be there, or the reference is written as nothing at all.
        options.AddDocumentTransformer((document, _, _) =>
        {
            foreach (var scheme in (string[])[OperationText.Client, OperationText.Bearer])
                document.AddComponent(scheme, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" });
            return Task.CompletedTask;
        });
    }

    private WebApplication Build(Action<IServiceCollection> configure)
    {
        var host = Assembly.Load($"Kommunebro.{name}").GetType($"Kommunebro.{name}.{name}Host", throwOnError: true)!;
        var build = host.GetMethod("Build", [typeof(ServiceHostOptions)])!.CreateDelegate<Func<ServiceHostOptions, WebApplication>>();
        return build(new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                [$"{name}:Listen:Http"] = "http://127.0.0.1:0",
                [$"{name}:Access:ClientSecret"] = "never_sent",
                [$"{name}:Database"] = "Host=127.0.0.1;Database=never_connected",
                [$"{name}:Messaging:Transport"] = "in-process",
            }),
            ConfigureServices = services => configure(services.AddSingleton<InProcessHub>()),
        });
    }
}
