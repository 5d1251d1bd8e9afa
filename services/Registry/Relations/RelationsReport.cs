using Kommunebro.Registry.Imports;

namespace Kommunebro.Registry.Relations;

/// <summary>Something about an initiative that becomes another.</summary>
/// <param name="Who">The codes of the two, or the outside party's name.</param>
/// <param name="Field">What.</param>
/// <param name="Before">What it was; empty where nothing was known.</param>
/// <param name="After">What it becomes.</param>
public sealed record RelationChange(string Who, string Field, string Before, string After);

/// <summary>An import of relations.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Faults">What is wrong, by row; then nothing was changed.</param>
public sealed record RelationsReport(int Rows, IReadOnlyList<RowFault> Faults)
{
    /// <summary>What was not known.</summary>
    public IReadOnlyList<string> New { get; init; } = [];

    /// <summary>What is said of known ones now.</summary>
    public IReadOnlyList<RelationChange> Changed { get; init; } = [];

    /// <summary>What a person has ended or withdrawn here, though the file has it: it stays so, and a person should look at it.</summary>
    public IReadOnlyList<string> Over { get; init; } = [];

    /// <summary>What an earlier file had of the same programmes and this one has not: it stays, and a person should look at it.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>Whether anything is other than before.</summary>
    public bool ChangesAnything => New.Count + Changed.Count > 0;
}
