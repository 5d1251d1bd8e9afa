namespace Kommunebro.ServiceDefaults;

/// <summary>Something that the command "migrate" does, in the order of registration.</summary>
public interface IMigrationStep
{
    /// <summary>What it does, for the operator, e.g. "database".</summary>
    string Name { get; }

    /// <summary>Does it; may be repeated.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
