namespace Kommunebro.ServiceDefaults;

/// <summary>Who changed what; added in the transaction of the change, and never changed or deleted.</summary>
public sealed class AuditEntry
{
    /// <summary>The order of writing.</summary>
    public long Id { get; private set; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The actor: a person's or system's account, or the service that handled an event.</summary>
    public required string Who { get; init; }

    /// <summary>For whom, when it was done on somebody's behalf; for a service the message that caused it.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>What was done, e.g. "need.verify".</summary>
    public required string Action { get; init; }

    /// <summary>The kind of thing, e.g. "need".</summary>
    public required string SubjectType { get; init; }

    /// <summary>Which one.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Its state before, as JSON without personal values; null when it is new.</summary>
    public string? Before { get; init; }

    /// <summary>Its state after, as JSON without personal values; null when it is gone.</summary>
    public string? After { get; init; }

    /// <summary>The trace that it belongs to.</summary>
    public string? TraceId { get; init; }
}
