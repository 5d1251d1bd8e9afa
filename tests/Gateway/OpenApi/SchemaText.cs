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
        // What is read as JSON whose form another standard says, e.g. a JSON Web Key, is an object; nothing at all would be no schema.
        if (schema.Type?.HasFlag(JsonSchemaType.Array) == true && schema.Items is null or OpenApiSchema { Type: null, Metadata: null })
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.Object };
        return Task.CompletedTask;
    }
}
