using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Reviews;

namespace Kommunebro.Registry.Registers;

/// <summary>Something that becomes another.</summary>
/// <param name="Code">The official code.</param>
/// <param name="Field">What.</param>
/// <param name="Before">What it was; empty where nothing was known, null where it is kept back.</param>
/// <param name="After">What it becomes; null where it is kept back.</param>
public sealed record RegisterChange(string Code, string Field, string? Before, string? After);

/// <summary>An import of an official register.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Faults">What is wrong, by row; then nothing was changed.</param>
public sealed record RegisterReport(int Rows, IReadOnlyList<RowFault> Faults)
{
    /// <summary>Who was taken into the register.</summary>
    public IReadOnlyList<string> New { get; init; } = [];

    /// <summary>What is different in the register now.</summary>
    public IReadOnlyList<RegisterChange> Changed { get; init; } = [];

    /// <summary>Figures that were not known.</summary>
    public int Figures { get; init; }

    /// <summary>Periods of codes, mergers and splits that were not known.</summary>
    public int Successions { get; init; }

    /// <summary>Rows that wait for a person since now.</summary>
    public IReadOnlyList<ReviewedRow> Reviews { get; init; } = [];

    /// <summary>Whether anything is other than before.</summary>
    public bool ChangesAnything => New.Count + Changed.Count + Figures + Successions + Reviews.Count > 0;
}
