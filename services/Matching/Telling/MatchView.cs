namespace Kommunebro.Matching.Telling;

/// <summary>A proposed pair in words.</summary>
/// <param name="Supplier">Who would help.</param>
/// <param name="Need">What would be met, and whose need it is.</param>
/// <param name="Area">The competence that would be used.</param>
/// <param name="Quarters">How many of its four quarters would be met.</param>
/// <param name="Coordinates">Whether the supplier would coordinate those who share the need.</param>
/// <param name="PersonDays">Person-days that the supplier would give.</param>
/// <param name="PersonDaysAssumed">Whether a rule filled them in; a person confirms before anything goes out.</param>
/// <param name="Score">0 to 1000, exactly the sum of the criteria.</param>
/// <param name="Criteria">What each criterion gives.</param>
/// <param name="Why">Why this may help.</param>
/// <param name="Conditions">What people must see to first.</param>
/// <param name="Assumed">What is assumed.</param>
/// <param name="Illustrative">True for an example that makes no statement about these places.</param>
public sealed record MatchView(
    PartyView Supplier,
    NeedView Need,
    NamedCode Area,
    int Quarters,
    bool Coordinates,
    int PersonDays,
    bool PersonDaysAssumed,
    int Score,
    IReadOnlyList<CriterionView> Criteria,
    string Why,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Assumed,
    bool Illustrative);

/// <summary>What a criterion gives, in words.</summary>
/// <param name="Code">The criterion.</param>
/// <param name="Name">Its name.</param>
/// <param name="Points">What it gives.</param>
/// <param name="MaxPoints">What it could give.</param>
/// <param name="Missing">True when the data to judge by is missing.</param>
/// <param name="Reasons">Why.</param>
public sealed record CriterionView(string Code, string Name, int Points, int MaxPoints, bool Missing, IReadOnlyList<string> Reasons);
