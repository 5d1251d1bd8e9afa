namespace Kommunebro.Matching.ReadModel;

/// <summary>An owner whose snapshot the read model starts from.</summary>
internal interface ISnapshotSource
{
    /// <summary>The owner's name.</summary>
    string Owner { get; }

    /// <summary>Takes the whole snapshot over into the DbContext; the caller saves.</summary>
    Task ReadAsync(CancellationToken cancellationToken);
}
