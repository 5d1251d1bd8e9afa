using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>A need that AUC has verified.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="HromadaId">Whose need it is.</param>
/// <param name="AreaCode">Code of the area.</param>
/// <param name="Horizon">How soon it must be met.</param>
/// <param name="Urgency">1 low, 2 normal, 3 high, 4 critical.</param>
/// <param name="DesiredModes">How the hromada wants to be helped; empty means any.</param>
/// <param name="Effort">Person-days that meeting it takes.</param>
/// <param name="Languages">Languages in which the hromada can work beside Ukrainian, ISO 639-1; Ukrainian may be named, too.</param>
/// <param name="NeededBy">The day by which help is needed; null when open.</param>
/// <param name="ExpiresAt">When the verification must be renewed.</param>
public sealed record Need(
    Guid Id,
    Guid HromadaId,
    string AreaCode,
    Horizon Horizon,
    int Urgency,
    IReadOnlyList<Mode> DesiredModes,
    PersonDays Effort,
    IReadOnlyList<string> Languages,
    DateOnly? NeededBy,
    DateTimeOffset ExpiresAt)
{
    /// <summary>Suppliers that the hromada would like to work with.</summary>
    public IReadOnlyList<Guid> Wishes { get; init; } = [];

    /// <summary>Suppliers that the hromada will not work with.</summary>
    public IReadOnlyList<Guid> Vetoes { get; init; } = [];

    /// <summary>Whether it counts in the first stage.</summary>
    public bool IsCritical => Urgency == Critical;

    /// <summary>The urgency that counts as critical.</summary>
    public const int Critical = 4;
}
