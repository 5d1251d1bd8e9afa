namespace Kommunebro.Admin.Forms;

/// <summary>Closed lists as choices, in the reader's words.</summary>
public static class ChoicesOf
{
    public static readonly IReadOnlyList<string> NeedStatuses =
    [
        "submitted", "under_review", "returned", "verified", "partly_met", "met", "closed", "rejected", "withdrawn", "duplicate",
        "expired", "suspended",
    ];

    public static readonly IReadOnlyList<string> VerificationMethods =
        ["call", "video_call", "site_visit", "document", "register", "partner_organisation"];

    /// <summary>Steps on a need that take no more than words.</summary>
    public static readonly IReadOnlyList<string> WordedSteps =
        ["review", "answer", "reply", "confirm", "expire", "suspend", "resume", "close", "reopen"];

    public static readonly IReadOnlyList<string> PauseReasons = ["attack", "blackout", "evacuation", "other"];

    public static readonly IReadOnlyList<string> NeedRelations = ["duplicate", "escalation", "related", "different"];

    public static readonly IReadOnlyList<string> TextDecisions = ["clear", "restrict"];

    public static readonly IReadOnlyList<string> ExemptionGrounds = ["personal_data", "security", "foreign_relations", "ukrainian_limited_access"];

    public static readonly IReadOnlyList<string> CallOutcomes = ["reached", "not_reached"];

    public static readonly IReadOnlyList<string> ImportModes = ["try", "import"];

    public static readonly IReadOnlyList<string> ImportPolicies = ["skip_faulty", "all_or_nothing"];

    public static readonly IReadOnlyList<string> RowOutcomes = ["imported", "valid", "already_imported", "stands_twice", "refused", "held_back"];

    public static readonly IReadOnlyList<string> Categories = ["outside_war_zone", "war_zone"];

    public static readonly IReadOnlyList<string> Urgencies = ["4", "3", "2", "1"];

    public static readonly IReadOnlyList<string> RejectionReasons =
        ["area_mismatch", "duplicate", "insufficient_information", "outside_programme", "other"];

    public static readonly IReadOnlyList<string> OccupiedReasons = ["relocated_administration", "displaced_residents"];

    public static readonly IReadOnlyList<string> ProposalStatuses = ["proposed", "with_supplier", "with_hromada", "accepted", "declined", "withdrawn"];

    public static readonly IReadOnlyList<string> DeclineReasons =
    [
        "no_capacity_now", "council_did_not_approve", "area_mismatch", "language", "security_or_travel", "already_in_partnership",
        "size_mismatch", "funding_missing", "need_already_met", "other",
    ];

    public static readonly IReadOnlyList<string> Channels = ["phone", "email", "letter", "meeting"];

    public static readonly IReadOnlyList<string> Stages =
        ["first_talk", "exploring", "letter_of_intent", "acute_help", "active", "closed", "cancelled"];

    public static readonly IReadOnlyList<string> RegisteredStages = ["exploring", "letter_of_intent", "acute_help", "active"];

    /// <summary>The values with their names from the texts called <paramref name="list"/>.</summary>
    public static IEnumerable<(string Value, string Text)> Named(this Words words, string list, IEnumerable<string> values) =>
        values.Select(value => (value, words.Name(list, value)));
}
