using System.Text.Json;
using Kommunebro.Contracts;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kommunebro.Notification.Data;

/// <summary>Stores a text in its languages as a JSON object with the keys nb, uk and en.</summary>
public sealed class LocalizedTextColumn() : ValueConverter<LocalizedText, string>(
    text => JsonSerializer.Serialize(text, JsonSerializerOptions.Web),
    json => JsonSerializer.Deserialize<LocalizedText>(json, JsonSerializerOptions.Web)!);
