using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kommunebro.ServiceDefaults;
using Microsoft.OpenApi;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>The parameter by which a caller chooses fields, with the names that there are.</summary>
internal static class FieldsParameter
{
    private static readonly JsonSerializerOptions Json = new(ApiJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static OpenApiParameter Of(TakesFields taken)
    {
        var names = Json.GetTypeInfo(taken.Of).Properties.Select(property => property.Name).ToList();
        return new OpenApiParameter
        {
            Name = PartialAnswers.Parameter,
            In = ParameterLocation.Query,
            Description = "Only these fields of the answer, or of each item of its page: names with commas between, a dot before a field inside "
                + "another. Then others are missing, also those that the schema demands; `next`, and `masked` where it is, stay. "
                + $"There are: {string.Join(", ", names)}.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = string.Join(',', names.Take(2)),
        };
    }
}
