using System.Text.Json;
using System.Text.Json.Serialization;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Data;

/// <summary>How values stand in JSON columns: as in the API, and a program reads what a newer one has written.</summary>
internal static class ColumnJson
{
    public static JsonSerializerOptions Options { get; } =
        new(ApiJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };
}
