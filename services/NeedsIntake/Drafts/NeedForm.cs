using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>A need as the fields of a form: each path of the REST API (title.uk) with its text.</summary>
internal static class NeedForm
{
    private static readonly string[] WholeNumbers =
        ["urgency", "personDays", "peopleAffected.total", "peopleAffected.idps", "peopleAffected.children", "peopleAffected.veterans"];

    private static readonly string[] Decimals = ["quantity.requested", "quantity.fulfilled", "cost.estimated", "cost.ownContribution"];

    private static readonly string[] Lists = ["desiredModes", "languages", "secondaryAreas"];

    private static readonly string[] YesOrNo = ["illustrative"];

    /// <summary>The request that a form with these fields sends; empty ones are not given.</summary>
    /// <exception cref="Refusal">Invalid: wrong_type for every text that is no number, unknown_field.</exception>
    public static NeedRequest Read(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var (rules, request) = (new Rules(), new JsonObject());
        foreach (var (path, text) in fields.Where(field => field.Value.Length > 0).OrderBy(field => field.Key, StringComparer.Ordinal))
            Put(request, path, ValueOf(rules, path, text));
        rules.Enforce();
        try
        {
            return request.Deserialize<NeedRequest>(ApiJson.Options)!;
        }
        catch (JsonException unknown)
        {
            var field = (unknown.Path ?? "").TrimStart('$', '.');
            throw new Refusal(RefusalKind.Invalid, "unknown_field", "A need has no such field.", field);
        }
    }

    /// <summary>The fields of a form with what <paramref name="request"/> says.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(NeedRequest request)
    {
        foreach (var (name, value) in JsonSerializer.SerializeToNode(request, ColumnJson.Options)!.AsObject())
        {
            if (value is JsonObject group)
            {
                foreach (var (part, inner) in group.Where(inner => inner.Value is not null))
                    yield return KeyValuePair.Create($"{name}.{part}", TextOf(inner!));
            }
            else if (value is not null)
                yield return KeyValuePair.Create(name, TextOf(value));
        }
    }

    private static JsonNode? ValueOf(Rules rules, string path, string text)
    {
        if (Lists.Contains(path))
            return new JsonArray([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(item => JsonValue.Create(item))]);
        if (YesOrNo.Contains(path))
            return text is "true" or "on";
        if (WholeNumbers.Contains(path))
        {
            var isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            rules.Check(isNumber, path, "wrong_type", "Must be a whole number.");
            return number;
        }

        if (Decimals.Contains(path))
        {
            var isNumber = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
            rules.Check(isNumber, path, "wrong_type", "Must be a number.");
            return number;
        }

        return text;
    }

    private static void Put(JsonObject request, string path, JsonNode? value)
    {
        if (path.IndexOf('.', StringComparison.Ordinal) is not (> 0 and var dot))
            request[path] = value;
        else if (request[path[..dot]] is JsonObject group)
            group[path[(dot + 1)..]] = value;
        else
            request[path[..dot]] = new JsonObject { [path[(dot + 1)..]] = value };
    }

    private static string TextOf(JsonNode value) => value is JsonArray list ? string.Join(", ", list) : value.ToString();
}
