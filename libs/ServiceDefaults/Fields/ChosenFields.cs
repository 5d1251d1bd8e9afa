using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Kommunebro.ServiceDefaults;

/// <summary>Fields of an answer that a caller wants, and those inside them.</summary>
internal sealed class ChosenFields
{
    /// <summary>What tells which fields are kept back: without it a null would be read as "not given".</summary>
    private const string Masked = "masked";

    // More than any answer has, and few enough to tell of each what is wrong with it.
    private const int Most = 50;

    // Null: with all that is inside.
    private readonly Dictionary<string, ChosenFields?> _fields = new(StringComparer.Ordinal);

    /// <summary>Reads "id,title,hromada.code".</summary>
    /// <param name="text">What the caller sent.</param>
    /// <param name="type">Whose fields they are.</param>
    /// <param name="json">How they are called in JSON.</param>
    /// <exception cref="Refusal">out_of_range: too many; unknown_field, with each name that is none, and the names that there are in its place.</exception>
    public static ChosenFields Read(string text, Type type, JsonSerializerOptions json)
    {
        var (chosen, rules) = (new ChosenFields(), new Rules());
        var paths = text.Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        rules.Check(paths.Count <= Most, PartialAnswers.Parameter, "out_of_range", $"At most {Most} fields.").Enforce();
        foreach (var path in paths)
            chosen.Add(path.Split('.'), json.GetTypeInfo(type), path, rules);
        rules.Enforce();
        return chosen;
    }

    /// <summary>Takes all others out of an object, or out of each object of a list.</summary>
    public void Keep(JsonNode? answer)
    {
        foreach (var item in answer as JsonArray ?? [])
            Keep(item);
        if (answer is not JsonObject one)
            return;
        foreach (var (name, value) in one.ToList())
            if (_fields.TryGetValue(name, out var inside))
                inside?.Keep(value);
            else
                one.Remove(name);
    }

    private void Add(ReadOnlySpan<string> path, JsonTypeInfo type, string whole, Rules rules)
    {
        var (name, known) = (path[0], type.Properties);
        if (known.FirstOrDefault(one => one.Name == name) is not { } field)
        {
            rules.Check(
                false, PartialAnswers.Parameter, "unknown_field",
                known.Count == 0
                    ? $"There is no field '{whole}': nothing inside can be chosen."
                    : $"There is no field '{whole}'. In the place of '{name}' there are: {string.Join(", ", known.Select(one => one.Name))}.");
            return;
        }

        if (known.Any(one => one.Name == Masked))
            _fields[Masked] = null;
        if (path.Length == 1)
            _fields[name] = null;
        else if (!_fields.TryGetValue(name, out var inside) || inside is not null)
            (_fields[name] = inside ?? new ChosenFields())!.Add(path[1..], InsideOf(field, type.Options), whole, rules);
    }

    /// <summary>The type of a field, of its items where it is a list.</summary>
    private static JsonTypeInfo InsideOf(JsonPropertyInfo field, JsonSerializerOptions json)
    {
        var type = json.GetTypeInfo(Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType);
        while (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item })
            type = json.GetTypeInfo(item);
        return type;
    }
}
