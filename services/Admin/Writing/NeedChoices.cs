namespace Kommunebro.Admin.Writing;

/// <summary>The closed lists of a need that is written here, as needs-intake names their values.</summary>
public static class NeedChoices
{
    public static readonly IReadOnlyList<string> Kinds = ["knowledge", "institutional", "equipment", "infrastructure", "psychosocial", "people_to_people"];

    public static readonly IReadOnlyList<string> Horizons = ["acute", "medium", "long"];

    public static readonly IReadOnlyList<string> Modes =
    [
        "advice_remote", "study_visit_host", "expert_visit", "mentoring", "training", "secondment", "equipment", "funding", "joint_project", "youth_exchange",
    ];

    public static readonly IReadOnlyList<string> Bands = ["small", "medium", "large"];

    public static readonly IReadOnlyList<string> Languages = ["uk", "en", "nb", "pl", "de", "fr"];

    public static readonly IReadOnlyList<string> Sensitivities = ["public", "partners", "restricted"];

    public static readonly IReadOnlyList<string> Precisions = ["hromada", "oblast", "none"];

    public static readonly IReadOnlyList<string> Seasons = ["winter", "spring", "summer", "autumn"];

    public static readonly IReadOnlyList<string> Readiness = ["idea", "concept", "documented", "in_dream"];

    public static readonly IReadOnlyList<string> Units =
    [
        "piece", "set", "person", "place", "building", "hour", "kilogram", "tonne", "litre", "cubic_metre", "metre", "kilometre", "square_metre",
        "hectare", "kilowatt", "kilowatt_hour",
    ];

    public static readonly IReadOnlyList<string> Currencies = ["UAH", "EUR", "USD", "NOK", "SEK", "DKK", "PLN", "GBP", "CHF"];

    public static readonly IReadOnlyList<string> Sources = ["auc_call", "auc_visit", "self", "umbrella", "dream", "import"];
}
