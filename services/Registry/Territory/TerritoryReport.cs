using Kommunebro.Registry.Imports;

namespace Kommunebro.Registry.Territory;

/// <summary>What became of an import of the list.</summary>
public enum TerritoryOutcome
{
    /// <summary>Rows are wrong; nothing was changed.</summary>
    Faulty,

    /// <summary>The platform has this edition already.</summary>
    Known,

    /// <summary>Nothing was changed, because that was asked for.</summary>
    DryRun,

    /// <summary>It is the current edition now.</summary>
    Published,

    /// <summary>It corrects what was recorded for the same day, and is the current edition now.</summary>
    Corrected,

    /// <summary>A newer edition is known: it is kept for what was known when, and changes nothing of today.</summary>
    Late,
}

/// <summary>An import of the list, row by row.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Periods">Periods that they hold.</param>
/// <param name="Faults">What is wrong, by line.</param>
/// <param name="Unresolved">Rows that except somebody by name alone: a person should look at them.</param>
/// <param name="Added">Periods that the current edition had not.</param>
/// <param name="Ended">Periods that lasted and have an end now.</param>
/// <param name="Removed">Periods that are gone.</param>
/// <param name="Changes">Hromadas of the register whose status of today is another.</param>
public sealed record TerritoryReport(
    TerritoryOutcome Outcome,
    int Rows,
    int Periods,
    IReadOnlyList<RowFault> Faults,
    IReadOnlyList<TerritoryRow> Unresolved,
    int Added,
    int Ended,
    int Removed,
    IReadOnlyList<TerritoryChange> Changes);
