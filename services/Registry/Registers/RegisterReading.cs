using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Reviews;
using Kommunebro.Registry.Succession;

namespace Kommunebro.Registry.Registers;

/// <summary>What was read of a file.</summary>
/// <param name="Rows">Its rows.</param>
internal sealed record RegisterReading(int Rows)
{
    /// <summary>What it says, by municipality.</summary>
    public List<Statement> Statements { get; } = [];

    /// <summary>What is wrong, by row: with one of them nothing is taken over.</summary>
    public List<RowFault> Faults { get; } = [];

    /// <summary>What a person should look at; the rest is taken over.</summary>
    public List<ReviewedRow> Doubts { get; } = [];

    /// <summary>Codes for a time (KLASS).</summary>
    public List<CodePeriod> Periods { get; } = [];

    /// <summary>Mergers and splits (KLASS).</summary>
    public List<CodeChange> Changes { get; } = [];

    /// <summary>Whether it is the whole list of its kind, so that who is not in it is gone.</summary>
    public bool IsWhole { get; init; }
}
