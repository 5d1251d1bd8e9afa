using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>Breaks a body in one place.</summary>
internal sealed class BodyMutations(Random random)
{
    // Hostile characters go as they are, not escaped.
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public FuzzedRequest Apply(FuzzedRequest request) => random.Next(10) switch
    {
        0 => request with { MediaType = random.One(HostileValues.MediaTypes) },
        1 => request with { Body = Encoding.UTF8.GetBytes(random.One(HostileValues.Bodies)) },
        2 => request with { Body = Damaged(request.Body!) },
        _ when request.MediaType == "application/json" && JsonNode.Parse(request.Body) is JsonObject body => request with { Body = Broken(body) },
        _ => request with { Body = Damaged(request.Body!) },
    };

    private byte[] Broken(JsonObject body)
    {
        var twice = "";
        switch (random.Next(8))
        {
            case 0:
                body[random.One(HostileValues.Texts) is { Length: < 300 } name ? name : "status"] = HostileValues.Any(random);
                break;
            case 1 when body.Count > 0:
                var (field, value) = body.ElementAt(random.Next(body.Count));
                twice = $"\"{field}\":{value?.ToJsonString(AsItIs) ?? "null"},";
                break;
            default:
                Change(body);
                break;
        }

        var text = body.ToJsonString(AsItIs).Replace(HostileValues.LoneSurrogate, "\\ud800", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes($"{{{twice}{text[1..]}");
    }

    /// <summary>Takes a field away or gives it another value, at any depth.</summary>
    private void Change(JsonObject body)
    {
        var places = PlacesIn(body).ToList();
        if (places.Count == 0)
            return;
        var (holder, key) = places[random.Next(places.Count)];
        if (holder is JsonArray list)
            list[(int)key] = Changed(list[(int)key]);
        else if (random.Next(5) == 0)
            holder.AsObject().Remove((string)key);
        else
            holder[(string)key] = Changed(holder[(string)key]);
    }

    private JsonNode? Changed(JsonNode? value) => value is JsonArray list && random.Next(2) == 0
        ? new JsonArray([.. Enumerable.Range(0, random.One([0, 2, 30, 1_000])).Select(_ => list.Count == 0 ? null : list[0]?.DeepClone())])
        : HostileValues.Any(random);

    private static IEnumerable<(JsonNode Holder, object Key)> PlacesIn(JsonNode node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Under(fields, field.Key, field.Value)),
        JsonArray items => items.SelectMany((item, at) => Under(items, at, item)),
        _ => [],
    };

    private static IEnumerable<(JsonNode Holder, object Key)> Under(JsonNode holder, object key, JsonNode? value) =>
        value is JsonObject or JsonArray ? PlacesIn(value).Prepend((holder, key)) : [(holder, key)];

    /// <summary>Bytes that got lost, or became others: mostly no UTF-8 any more.</summary>
    private byte[] Damaged(byte[] bytes)
    {
        if (bytes.Length == 0)
            return [0xff];
        if (random.Next(2) == 0)
            return bytes[..random.Next(bytes.Length)];
        var damaged = bytes.ToArray();
        for (var times = random.Next(1, 4); times > 0; times--)
            damaged[random.Next(damaged.Length)] = (byte)random.One([0x00, 0x80, 0xc0, 0xed, 0xff, random.Next(256)]);
        return damaged;
    }
}
