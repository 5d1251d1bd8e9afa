using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kommunebro.Tests.EndToEnd.Walk;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>Texts that an organisation writes where no other may read, and what tells when another one does.</summary>
internal sealed class Canaries(Seed seed, Finds finds)
{
    /// <summary>Of the hromadas' organisation, of the supplier, of staff: for neither the third organisation nor a stranger.</summary>
    private static readonly string[] Planted =
    [
        Marks.SupplierContact, Marks.SupplierEmail, Marks.HromadaContact, Marks.HromadaEmail, Marks.RestrictedTitle, Marks.RestrictedText,
        Marks.PartnershipTitle, Marks.Interest, Marks.Timeline, Marks.AccountEmail, Marks.AccountName, Marks.WebhookPath,
    ];

    private static readonly string[] Sides = ["owner", "other", "staff"];

    private readonly ConcurrentDictionary<string, bool> _heard = [];

    /// <summary>Where a side read its own canary, by what it read: one that sits nowhere proves nothing.</summary>
    public IEnumerable<string> Heard => _heard.Keys;

    /// <summary>Adds the reader's canary to each longer text of a body, where only its own side may read it.</summary>
    public static JsonObject Sing(Operation operation, IReadOnlyList<string> ids, JsonObject body, Reader reader)
    {
        if (reader.Side == "staff" ? IsOfOwner(operation, ids, reader) : IsPrivate(operation, body))
            Sing(body, reader.Canary);
        return body;
    }

    /// <summary>Takes the canaries out of a need that a mutation left without the word that makes it private.</summary>
    public static FuzzedRequest Hush(FuzzedRequest request, Reader reader) =>
        request.Operation.Path is "needs" or "needs/{id}" && request.Body?.AsSpan().IndexOf("\"sensitivity\":\"restricted\""u8) < 0
            && request.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(reader.Canary)) >= 0
            ? request with { Body = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(request.Body).Replace(reader.Canary, "", StringComparison.Ordinal)) }
            : request;

    /// <summary>What <paramref name="reader"/> finds in an answer and must not; null when nothing.</summary>
    public string? FindIn(FuzzAnswer answer, Reader reader, FuzzedRequest request)
    {
        var told = answer.Text + answer.Headers;
        if (answer.Taken && told.Contains(reader.Canary, StringComparison.Ordinal))
            _heard[$"{reader.Side} in {NestOf(request.Operation.Path.Split('/'))}"] = true;
        return Forbidden(reader).FirstOrDefault(mark => told.Contains(mark, StringComparison.Ordinal))
            ?? (reader.Side == "staff" ? null : finds.ForeignIn(told, reader.Side, request.Ids));
    }

    private IEnumerable<string> Forbidden(Reader reader) =>
    [
        // Staff read both sides; the hromadas' organisation reads what staff write of its hromadas.
        .. Sides.Where(side => reader.Side != "staff" && side != reader.Side && (side, reader.Side) is not ("staff", "owner")).Select(Reader.CanaryOf),
        .. reader.Side is "staff" or "owner" ? [] : Planted,
        .. seed.Secrets,
    ];

    /// <summary>What staff write is for the organisation that it concerns, so theirs sits where that can be no other one.</summary>
    private static bool IsOfOwner(Operation operation, IReadOnlyList<string> ids, Reader reader) =>
        operation.Path == "municipalities/{code}/contacts" && (ids[0] == reader.Hromada || ids[0] == reader.Municipality);

    /// <summary>Contacts are read one by one and by municipality.</summary>
    private static string NestOf(string[] path) => path.Contains("contacts") ? "contacts" : path[0];

    private static bool IsPrivate(Operation operation, JsonObject body) => operation.Path.Split('/') switch
    {
        ["contacts" or "webhooks", ..] or ["municipalities", _, "contacts"] or ["needs", "drafts", ..] => true,
        ["needs"] or ["needs", "{id}"] => (string?)body["sensitivity"] == "restricted",
        ["needs", "{id}", "answer" or "attachments"] => true,
        _ => false,
    };

    private static void Sing(JsonObject fields, string canary)
    {
        foreach (var (name, value) in fields.ToList())
            if (value is JsonObject inner)
                Sing(inner, canary);
            else if (name == "url")
                fields[name] = $"{value}/{canary}";
            else if (value?.GetValueKind() == JsonValueKind.String && IsSentence($"{value}"))
                fields[name] = $"{value} {canary}";
    }

    /// <summary>No code, date or number, to which nothing may be added.</summary>
    private static bool IsSentence(string text) => text.Contains(' ', StringComparison.Ordinal) && text.Any(char.IsLetter);
}
