using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>Adds the words of documentation comments to types and their fields.</summary>
internal sealed class SchemaText(XmlDocs docs) : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        // A type with a name of its own is described once, wherever it is used.
        if (OpenApiOptions.CreateDefaultSchemaReferenceId(context.JsonTypeInfo) is not null || context.JsonPropertyInfo is null)
            schema.Description = docs.Of(type);
        else if (context.JsonPropertyInfo.AttributeProvider is PropertyInfo property)
            schema.Description = docs.Of(property);
        return Task.CompletedTask;
    }
}
