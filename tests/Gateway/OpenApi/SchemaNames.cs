using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>Names of schemas over all services: two services may each have a NeedView of their own, which then bear their service's name.</summary>
internal sealed class SchemaNames
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Type, bool>> _types = new(StringComparer.Ordinal);

    /// <summary>The name of a type's schema; null for one that is written in place.</summary>
    public string? Of(JsonTypeInfo type, string service)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        if (name is null)
            return null;
        var bare = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        var sharers = _types.GetOrAdd(name, _ => new());
        sharers.TryAdd(bare, true);
        return sharers.Count > 1 ? $"{service}{name}" : name;
    }
}
