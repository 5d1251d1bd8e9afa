using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>Values that a field may well have, by its schema, its example and the words that describe it.</summary>
internal sealed partial class ValidValues(Finds finds, Reader reader, Random random)
{
    /// <summary>What an example cannot know.</summary>
    public static bool IsOurs(string name, string example) => name == "url" || IsId(name, example) || IsPlace(name, example) || IsToCome(example);

    /// <summary>A value of any type.</summary>
    public JsonNode? Of(Operation operation, string name, JsonSchema schema, string? description, JsonNode? example) =>
        Of(operation, name, schema, description, example, 0);

    /// <summary>A text: the example, unless it cannot know; else one of the words that the description lists.</summary>
    public string Text(Operation operation, string name, string? example, string? description)
    {
        if (name == "url")
            return $"http://127.0.0.1:9/{random.Next()}";
        if (IsPlace(name, example))
            return IsNorwegian(name, example) ? reader.Municipality : reader.Hromada;
        if (IsId(name, example))
            return (finds.One($"{name.Replace("Id", "", StringComparison.Ordinal)}s/{{}}", reader.Side, random)
                ?? finds.One($"{operation.Path.Split('/')[0]}/{{}}", reader.Side, random))?[0] ?? $"{Guid.CreateVersion7()}";
        if (!string.IsNullOrEmpty(example) && !IsToCome(example))
            return example;
        if (IsToCome(example) || (description?.Contains("yyyy-MM-dd", StringComparison.Ordinal) ?? false))
            return TimeProvider.System.GetUtcNow().AddDays(random.Next(1, 60)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var words = Word().Matches(description ?? "").Select(match => match.Value).ToList();
        return words.Count == 0 ? name : words[random.Next(words.Count)];
    }

    private JsonNode? Of(Operation operation, string name, JsonSchema schema, string? description, JsonNode? example, int depth) => schema.Type switch
    {
        _ when schema.Enumeration.Count > 0 => $"{schema.Enumeration.ElementAt(random.Next(schema.Enumeration.Count))}",
        var type when type.HasFlag(JsonObjectType.Boolean) => random.Next(2) == 0,
        var type when type.HasFlag(JsonObjectType.Integer) => random.Next(1, 30),
        var type when type.HasFlag(JsonObjectType.Number) => random.Next(1, 500) / 10.0,
        var type when type.HasFlag(JsonObjectType.Array) => new JsonArray(
            Of(operation, name, schema.Item?.ActualSchema ?? new JsonSchema(), description, null, depth + 1)),
        var type when type.HasFlag(JsonObjectType.String) => Text(operation, name, $"{example}", description),
        _ when depth < 3 => new JsonObject(schema.ActualProperties.Where(_ => random.Next(2) == 0).Select(
            property => KeyValuePair.Create(property.Key, Of(operation, property.Key, property.Value.ActualTypeSchema, property.Value.Description, null, depth + 1)))),
        _ => null,
    };

    private static bool IsId(string name, string? example) => name.EndsWith("Id", StringComparison.Ordinal) || Guid.TryParse(example, out _);

    private static bool IsToCome(string? example) =>
        DateOnly.TryParseExact(example, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date > DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static bool IsPlace(string name, string? example) =>
        name is "municipality" or "hromada" or "supplier" || (example is not null && Code().IsMatch(example));

    private static bool IsNorwegian(string name, string? example) => name == "supplier" || example?.Length == 4;

    [GeneratedRegex("^(UA[0-9]{17}|[0-9]{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("[a-z][a-z_]+(?=,| or |\\.|:)", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
