using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kommunebro.ServiceDefaults;

/// <summary>How the API reads and writes JSON: camelCase, enumerations as snake_case names, nothing unknown or missing let through.</summary>
public static class ApiJson
{
    /// <summary>The options on their own.</summary>
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Applies the conventions to <paramref name="options"/>.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 32;
        // Texts in three scripts stay readable; the output is never put into HTML as it is.
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(EnumName.Policy, allowIntegerValues: false));
        return options;
    }
}
