using System.Text.Json;
using Kommunebro.Messaging;
using Kommunebro.Notification.Notices;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kommunebro.Notification.Data;

/// <summary>Stores the facts of a notice as a JSON object; what does not apply is left out.</summary>
public sealed class FactsColumn() : ValueConverter<Facts, string>(
    facts => JsonSerializer.Serialize(facts, Options), json => JsonSerializer.Deserialize<Facts>(json, Options)!)
{
    private static readonly JsonSerializerOptions Options = MessageJson.Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    });
}
