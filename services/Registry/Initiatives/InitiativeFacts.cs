using Kommunebro.Contracts;

namespace Kommunebro.Registry.Initiatives;

/// <summary>What is said of an initiative; the rules have held.</summary>
public sealed record InitiativeFacts
{
    /// <summary>What kind of tie it is.</summary>
    public required InitiativeKind Kind { get; init; }

    /// <summary>Under whose roof it stands.</summary>
    public required InitiativeProgramme Programme { get; init; }

    /// <summary>How far it is.</summary>
    public required InitiativeStatus Status { get; init; }

    /// <summary>Its first day; null where not known.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Its last day; null where none is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What the programme calls it, e.g. a DREAM id; null where it has no name.</summary>
    public string? Reference { get; init; }

    /// <summary>Who says so, e.g. a file or a newspaper; null where an address says it all.</summary>
    public string? SourceName { get; init; }

    /// <summary>Where it is said; null where it cannot be looked up.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>The day on which it was said.</summary>
    public required DateOnly SourceDate { get; init; }

    /// <summary>Who may see it.</summary>
    public required Sensitivity Sensitivity { get; init; }
}
