using Kommunebro.Contracts;

namespace Kommunebro.Registry.Categories;

/// <summary>The programme category of a hromada.</summary>
/// <param name="Code">KATOTTG.</param>
/// <param name="Category">As a person decided; null while nobody has.</param>
/// <param name="Suggested">What the list of territories suggests; null while none is imported.</param>
/// <param name="Version">Of the municipality; the ETag that a decision needs.</param>
/// <param name="Decisions">All decisions, the latest first.</param>
public sealed record CategoryView(
    string Code, ProgrammeCategory? Category, ProgrammeCategory? Suggested, long Version, IReadOnlyList<CategoryDecisionView> Decisions);

/// <summary>A decision.</summary>
/// <param name="Category">The category; null where it was taken back.</param>
/// <param name="Suggested">What the list suggested then.</param>
/// <param name="Reason">Why; null where it came with the description of the municipality.</param>
/// <param name="DecidedBy">Who, by id.</param>
/// <param name="DecidedAt">When (UTC).</param>
public sealed record CategoryDecisionView(
    ProgrammeCategory? Category, ProgrammeCategory? Suggested, string? Reason, string DecidedBy, DateTimeOffset DecidedAt);
