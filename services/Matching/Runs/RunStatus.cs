namespace Kommunebro.Matching.Runs;

/// <summary>Where a run stands.</summary>
public enum RunStatus
{
    /// <summary>Waits for a worker.</summary>
    Queued,

    /// <summary>A worker holds it, for as long as it keeps the lease.</summary>
    Running,

    /// <summary>It has its plan.</summary>
    Completed,

    /// <summary>It ended without a plan.</summary>
    Failed,

    /// <summary>A person stopped it.</summary>
    Cancelled,
}
