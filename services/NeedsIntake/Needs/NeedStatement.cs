using Kommunebro.Contracts;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What a hromada says that it needs, after the rules of <see cref="NeedRules"/>.</summary>
/// <param name="Title">What is needed, in a line.</param>
/// <param name="Description">More about it; null when the title says it all.</param>
/// <param name="AreaCode">Code of the area.</param>
/// <param name="Horizon">How soon it must be met.</param>
/// <param name="Urgency">1 low, 2 normal, 3 high, 4 critical.</param>
/// <param name="UrgencyReason">Why it is high or critical.</param>
/// <param name="DesiredModes">How the hromada wants to be helped; empty means any.</param>
/// <param name="PersonDays">Effort in person-days; null when unknown or given as a band.</param>
/// <param name="EffortBand">Effort as a band; null when unknown or given in person-days.</param>
/// <param name="Languages">Languages in which the hromada can work, ISO 639-1.</param>
/// <param name="Sensitivity">Who may see it.</param>
/// <param name="NeededBy">The day by which help is needed; null when open.</param>
/// <param name="Illustrative">True for an example that makes no statement about the hromada.</param>
/// <param name="Season">When it is felt; null when at all times.</param>
/// <param name="LocationPrecision">How precisely others may be told where it is.</param>
/// <param name="Particulars">What else is known of it.</param>
public sealed record NeedStatement(
    LocalizedText Title,
    LocalizedText? Description,
    string AreaCode,
    Horizon Horizon,
    int Urgency,
    string? UrgencyReason,
    IReadOnlyList<Mode> DesiredModes,
    int? PersonDays,
    Band? EffortBand,
    IReadOnlyList<string> Languages,
    Sensitivity Sensitivity,
    DateOnly? NeededBy,
    bool Illustrative,
    Season? Season,
    LocationPrecision LocationPrecision,
    NeedParticulars Particulars);
