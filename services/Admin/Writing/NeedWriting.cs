using System.Globalization;
using Google.Protobuf.Collections;
using Kommunebro.Admin.Forms;
using Kommunebro.Admin.Reading;
using Kommunebro.Contracts.Needs.V1;

namespace Kommunebro.Admin.Writing;

/// <summary>The form in which a need is written. Its fields are called as in needs-intake: title.uk, cost.estimated.</summary>
public sealed class NeedWriting
{
    /// <summary>In the order of the form.</summary>
    private static readonly string[] Fields =
    [
        "municipality", "area", "kind", "title.uk", "title.en", "title.nb", "description.uk", "description.en", "description.nb", "horizon",
        "urgency", "urgencyReason", "neededBy", "desiredModes", "personDays", "effortBand", "languages", "sensitivity", "locationPrecision", "source",
        "cost.estimated", "cost.currency", "cost.ownContribution", "readiness", "dreamId", "quantity.requested", "quantity.unit", "quantity.fulfilled",
        "peopleAffected.total", "peopleAffected.idps", "peopleAffected.children", "peopleAffected.veterans", "season", "constraints", "wishes", "vetoes",
    ];

    private static readonly string[] WholeNumbers =
        ["personDays", "peopleAffected.total", "peopleAffected.idps", "peopleAffected.children", "peopleAffected.veterans"];

    private static readonly string[] Amounts = ["cost.estimated", "cost.ownContribution", "quantity.requested", "quantity.fulfilled"];

    private readonly IReadOnlyDictionary<string, string> _kept;

    /// <param name="submission">What was sent.</param>
    /// <param name="draft">What was kept; null for something new.</param>
    /// <param name="hromada">The hromada that it is written for; empty when that is not known yet.</param>
    public NeedWriting(Submission submission, NeedDraft? draft, string hromada)
    {
        _kept = draft?.Fields ?? (IReadOnlyDictionary<string, string>)new Dictionary<string, string>
        {
            ["municipality"] = hromada, ["languages"] = "uk", ["sensitivity"] = "partners", ["source"] = "auc_call",
        };
        Show(draft);
        State = submission.Form(
            "need",
            [
                ("draftId", draft?.DraftId ?? Guid.CreateVersion7().ToString()), ("version", (draft?.Version ?? 0).ToString(CultureInfo.InvariantCulture)), ("act", ""),
                .. Fields.Select(field => (field, Shown(field))),
            ]);
    }

    public FormState State { get; }

    /// <summary>What a need of its area and kind is asked for, beyond what every need is.</summary>
    public IReadOnlyList<string> Asked { get; private set; } = [];

    /// <summary>The fields that say something else than the draft does now, with what it says: somebody else has written on it.</summary>
    public IReadOnlyList<(string Field, string Kept)> Differing =>
        [.. Fields.Select(name => (Field: name, Kept: Shown(name))).Where(one => State[one.Field] != one.Kept)];

    /// <summary>Whether the person wants it to become a need now.</summary>
    public bool IsToBeSubmitted => State["act"] == "submit";

    /// <summary>From now on it is asked for what <paramref name="draft"/> asks for.</summary>
    public void Show(NeedDraft? draft) => Asked = draft?.Asked ?? [];

    /// <summary>Keeps the draft, as a new one or over what was kept.</summary>
    public KeepDraftRequest Read(Words words)
    {
        var request = new KeepDraftRequest { DraftId = State["draftId"], Version = State.Version };
        // What was kept by another program, and is no field here, stays.
        foreach (var (field, text) in _kept.Where(field => !Fields.Contains(field.Key)))
            request.Fields[field] = text;
        foreach (var field in Fields.Where(field => State[field].Length > 0))
            request.Fields[field] = Sent(field, words);
        DropWhatFellAway(request.Fields);
        return request;
    }

    /// <summary>The mark of a translation that is gone, and an area that has become the main one: nobody could take them off here.</summary>
    private static void DropWhatFellAway(MapField<string, string> fields)
    {
        foreach (var language in Reader.Languages.Where(language => !fields.ContainsKey($"title.{language}")))
            fields.Remove($"translations.{language}");
        if (!fields.TryGetValue("secondaryAreas", out var areas))
            return;
        var main = fields.TryGetValue("area", out var area) ? area : "";
        var others = areas.Split(',', StringSplitOptions.TrimEntries).Where(code => code != main);
        fields["secondaryAreas"] = string.Join(", ", others);
    }

    /// <summary>The field at which one fills in what needs-intake calls <paramref name="path"/>: where a group begins.</summary>
    public static string FieldOf(string path) => path.Split('[')[0] switch
    {
        "title" => "title.uk",
        "description" => "description.uk",
        "cost" => "cost.estimated",
        "quantity" => "quantity.requested",
        "peopleAffected" => "peopleAffected.total",
        var field => field,
    };

    private string Sent(string field, Words words) =>
        WholeNumbers.Contains(field) ? (State.Number(field, words) ?? 0).ToString(CultureInfo.InvariantCulture)
        : Amounts.Contains(field) ? (State.Amount(field, words) ?? 0).ToString(CultureInfo.InvariantCulture)
        : State[field];

    private string Shown(string field)
    {
        var text = _kept.GetValueOrDefault(field, "");
        return Amounts.Contains(field) && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? amount.ToString("0.############", CultureInfo.CurrentCulture)
            : text;
    }
}
