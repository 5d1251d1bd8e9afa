using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>Completes an operation by what its endpoint says of itself: name, words, who may, and the headers that all share.</summary>
internal sealed partial class OperationText(XmlDocs docs) : IOpenApiOperationTransformer
{
    /// <summary>The security schemes, as frame.json calls them.</summary>
    public const string Client = "clientCredentials";

    /// <inheritdoc cref="Client" />
    public const string Bearer = "bearer";

    /// <summary>The extensions that say when an operation ends.</summary>
    public const string Since = "x-deprecated-since";

    /// <inheritdoc cref="Since" />
    public const string Sunset = "x-sunset";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var path = $"/{context.Description.RelativePath}";
        var method = context.Description.HttpMethod!;
        var handler = metadata.OfType<MethodInfo>().First();
        operation.OperationId = metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName ?? OperationNames.Of(handler, method, path);
        operation.Summary = metadata.OfType<IEndpointSummaryMetadata>().LastOrDefault()?.Summary
            ?? (OperationNames.UseCaseOf(handler) is { } useCase ? docs.Of(useCase)?.TrimEnd('.') : null)
            ?? OperationNames.Words(operation.OperationId);
        var told = metadata.OfType<IEndpointDescriptionMetadata>().LastOrDefault()?.Description ?? docs.Of(handler);
        var rule = RuleOf(metadata);
        operation.Description = string.Join("\n\n", new[] { told is null ? null : Address().Replace(told, ""), WhoMay(rule) }.Where(text => text is { Length: > 0 }));
        operation.Tags = new HashSet<OpenApiTagReference> { new(path.Split('/')[3]) };
        operation.Security = SecurityOf(rule, context.Document!);
        TellQuery(operation, context.Description.ParameterDescriptions);
        AddHeaders(operation, metadata, method, asksForVersion: told?.Contains("If-Match", StringComparison.Ordinal) == true);
        TellEnd(operation, metadata.OfType<Deprecation>().LastOrDefault());
        operation.Responses!["default"] = new OpenApiResponseReference("Problem", context.Document);
        return Task.CompletedTask;
    }

    private static AccessRule RuleOf(IList<object> metadata) =>
        AccessPolicies.All.Single(rule => rule.Name == metadata.OfType<IAuthorizeData>().Last(data => data.Policy is not null).Policy);

    private static string WhoMay(AccessRule rule)
    {
        var staff = rule.Roles.Count > 0 ? $"staff with the role {string.Join(" or ", rule.Roles)}" : null;
        var client = rule.Holder == ScopeHolder.Partner ? $"partners with the scope `{rule.Name}`, for the municipalities that they act for" : null;
        return $"For {string.Join("; ", new[] { client, staff }.Where(who => who is not null))}.";
    }

    private static List<OpenApiSecurityRequirement> SecurityOf(AccessRule rule, OpenApiDocument document)
    {
        var security = new List<OpenApiSecurityRequirement>();
        if (rule.Holder == ScopeHolder.Partner)
            security.Add(new() { [new(Client, document)] = [rule.Name] });
        security.Add(new() { [new(Bearer, document)] = [.. rule.Roles] });
        return security;
    }

    /// <summary>
    /// A record that is bound with [AsParameters] lends its properties' names, capitals included. The services take either, and
    /// all that we write, error messages included, says lower case.
    /// </summary>
    private void TellQuery(OpenApiOperation operation, IList<ApiParameterDescription> described)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query) ?? [])
        {
            var source = described.First(one => one.Name == parameter.Name).ParameterDescriptor;
            if (source is IParameterInfoParameterDescriptor { ParameterInfo.Member: PropertyInfo property })
                parameter.Description = docs.Of(property);
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        }
    }

    private static void AddHeaders(OpenApiOperation operation, IList<object> metadata, string method, bool asksForVersion)
    {
        operation.Parameters ??= [];
        if (metadata.OfType<TakesFields>().LastOrDefault() is { } fields)
            operation.Parameters.Add(FieldsParameter.Of(fields));
        if (metadata.OfType<TakesIdempotencyKey>().Any())
            operation.Parameters.Add(new OpenApiParameterReference("IdempotencyKey", null));
        if (asksForVersion)
            operation.Parameters.Add(new OpenApiParameterReference("IfMatch", null));
        if (method == "GET")
            operation.Parameters.Add(new OpenApiParameterReference("AcceptLanguage", null));
    }

    /// <summary>By what its answers carry in their headers, too.</summary>
    private static void TellEnd(OpenApiOperation operation, Deprecation? deprecation)
    {
        if (deprecation is null)
            return;
        operation.Deprecated = true;
        operation.Description += string.Create(
            CultureInfo.InvariantCulture,
            $"\n\n**Deprecated** since {deprecation.Since:O}; it may answer no longer from {deprecation.Sunset:O} on. What to do: {deprecation.Page}");
        operation.AddExtension(Since, new JsonNodeExtension(deprecation.Since.ToString("O", CultureInfo.InvariantCulture)));
        operation.AddExtension(Sunset, new JsonNodeExtension(deprecation.Sunset.ToString("O", CultureInfo.InvariantCulture)));
    }

    [GeneratedRegex(@"^(GET|POST|PUT|DELETE|PATCH) \S+: ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
