using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>Who may find what in an answer, wherever it stands; all others must not, in any answer.</summary>
internal sealed class Leaks
{
    private const string Staff = "ks auc administrator viewer";
    private const string Coordinators = "ks auc";
    private const string ReadModels = "matching needs-intake";

    private readonly List<Mark> _marks;
    private readonly HashSet<Mark> _seen = [];

    public Leaks(Seed seed) => _marks =
    [
        new("the supplier's contact", Marks.SupplierContact, $"{Coordinators} supplier notification"),
        new("the supplier's contact", Marks.SupplierEmail, $"{Coordinators} supplier notification"),
        new("the hromada's contact", Marks.HromadaContact, $"{Coordinators} owner notification"),
        new("the hromada's contact", Marks.HromadaEmail, $"{Coordinators} owner notification"),
        new("a need's title", Marks.NeedTitle, $"{Staff} owner supplier other {ReadModels} admin"),
        new("a restricted need's title", Marks.RestrictedTitle, $"{Coordinators} owner {ReadModels}"),
        new("a restricted need's text", Marks.RestrictedText, $"{Coordinators} owner"),
        new("the title of a partnership's restricted need", Marks.PartnershipTitle, $"{Coordinators} owner {ReadModels}"),
        // The supplier was asked to help it.
        new("whose restricted need it is", Seed.Lanovetska, $"{Coordinators} owner supplier {ReadModels}", InRegister),
        new("whose restricted need it is", "Lanovetska", $"{Coordinators} owner supplier {ReadModels}", InRegister),
        new("the title of a need in the war zone", Marks.WarTitle, $"{Staff} owner {ReadModels}"),
        new("whose need in the war zone it is", Seed.Zolochivska, $"{Staff} owner {ReadModels}", InRegister),
        new("an initiative in the war zone", Marks.WarInitiative, $"{Staff} owner"),
        new("a restricted initiative", Marks.KeptInitiative, $"{Coordinators} owner supplier"),
        new("what a hromada in the war zone says of itself", Marks.WarProfile, $"{Staff} owner"),
        new("who adds to what a hromada in the war zone does", Marks.WarCommunity, $"{Staff} owner"),
        new("where a hromada of the war zone lies", Marks.WarLatitude, ReadModels),
        new("where a hromada of the war zone lies", Marks.WarLongitude, ReadModels),
        new("an expression of interest", Marks.Interest, "ks supplier"),
        new("what the other side answered", Marks.AnswerNote, $"{Staff} supplier"),
        new("a coordinator's note", Marks.Timeline, Staff),
        new("a staff account's e-mail", Marks.AccountEmail, "administrator notification"),
        new("a staff account's name", Marks.AccountName, $"{Staff} notification"),
        new("a webhook's address", Marks.WebhookPath, "owner"),
        new("a webhook", seed.Things["webhook"][0], $"owner {Coordinators} administrator"),
        new("a client", seed.Organisations.OwnerOAuthId, Staff),
        // The delivery log names contacts by their ids.
        new("a contact's id", seed.Things["contact"][0], $"{Coordinators} administrator owner notification"),
        new("a proposal", seed.Things["proposal"][0], $"{Staff} owner supplier"),
        new("a proposal that was not released", seed.Things["unreleased one"][0], Staff),
        new("a proposal of a restricted need", seed.Things["restricted one"][0], $"{Coordinators} owner supplier"),
        new("a partnership", seed.Things["partnership"][0], $"{Staff} owner supplier registry"),
        new("a partnership of a restricted need", seed.Things["restricted partners"][0], $"{Coordinators} owner supplier registry"),
        .. seed.Secrets.Select(secret => new Mark("a secret", secret, "")),
    ];

    /// <summary>
    /// What <paramref name="asker"/> reads in <paramref name="text"/> and must not, beside <paramref name="named"/>, which it said
    /// itself; null when nothing.
    /// </summary>
    public string? FindIn(string text, Row row, Asker asker, IReadOnlyList<string> named)
    {
        foreach (var mark in _marks.Where(mark => !named.Contains(mark.Text) && text.Contains(mark.Text, StringComparison.Ordinal)))
        {
            var may = mark.Seers.Split(' ').Contains(asker.Organisation ?? asker.Name) && asker.Kind != CallerKind.Nobody;
            if (!may && !(mark.ExceptIn?.Invoke(row) ?? false))
                return $"{mark.What} ({mark.Text})";
            if (may)
                _seen.Add(mark);
        }

        return null;
    }

    /// <summary>What nobody saw who may: a mark that stands nowhere proves nothing.</summary>
    public IEnumerable<string> NeverSeen => _marks.Where(mark => mark.Seers.Length > 0 && !_seen.Contains(mark)).Select(mark => $"{mark.What} ({mark.Text})");

    /// <summary>That there is such a hromada, and who acts for it, is no secret; the feed tells changes of the register (who sees what else in it: FeedTests).</summary>
    private static bool InRegister(Row row) => row.Verb == "Registry"
        || ((string[])["municipalities", "organisations", "events"]).Any(list => row.Path.TrimStart('/').StartsWith(list, StringComparison.Ordinal));

    private sealed record Mark(string What, string Text, string Seers, Func<Row, bool>? ExceptIn = null);
}
