using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kommunebro.NeedsIntake.Data;

/// <summary>Stores an immutable value as JSON, with the names that the API gives it.</summary>
public sealed class JsonColumn<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, ColumnJson.Options),
    json => JsonSerializer.Deserialize<T>(json, ColumnJson.Options)!)
    where T : class;
