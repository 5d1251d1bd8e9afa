using System.Text.Json;
using System.Text.Json.Serialization;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Messaging;

/// <summary>How messages are written, in the tables and on the wire: camelCase, enumerations as snake_case names.</summary>
public static class MessageJson
{
    /// <summary>Applies the conventions to <paramref name="options"/>.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        // Whoever reads a dead letter reads Cyrillic, not escapes; it is never put into HTML.
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        // First, because the bus library brings a converter of its own.
        options.Converters.Insert(0, new JsonStringEnumConverter(EnumName.Policy, allowIntegerValues: false));
        return options;
    }

    /// <summary>The one set of options for the tables.</summary>
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));
}
