namespace Kommunebro.Registry.Territory;

/// <summary>
/// The official list of territories (CMU resolution 1364 of 2022) as one of its amendments left it, with all its periods. The platform
/// forgets none: what it knew on a day is the edition with the latest day of those recorded until then.
/// </summary>
public sealed class TerritoryEdition
{
    private TerritoryEdition()
    {
    }

    /// <summary>Keeps an edition.</summary>
    public TerritoryEdition(EditionOrigin origin, int revision, IReadOnlyList<TerritoryRow> rows, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        (Order, PublishedOn, Source, Revision, RecordedAt) = (origin.Order, origin.PublishedOn, origin.Source, revision, now);
        Fingerprint = TerritoryRow.FingerprintOf(rows);
        Periods = [.. rows.Select(row => new TerritoryPeriod(Id, row))];
    }

    /// <summary>Rises with the time of recording.</summary>
    public Guid Id { get; private set; }

    /// <summary>Number of the order, e.g. "376".</summary>
    public string Order { get; private set; } = "";

    /// <summary>The day of the order or of its latest amendment in this edition.</summary>
    public DateOnly PublishedOn { get; private set; }

    /// <summary>1, or more where what was recorded for this day before was wrong.</summary>
    public int Revision { get; private set; }

    /// <summary>The file's name or the address that it came from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>SHA-256 over the rows in their order, hexadecimal.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>When the platform came to know it.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Its rows.</summary>
    public List<TerritoryPeriod> Periods { get; private set; } = [];
}

/// <summary>Where an edition comes from.</summary>
/// <param name="Order">Number of the order.</param>
/// <param name="PublishedOn">The day of the order or of its latest amendment.</param>
/// <param name="Source">The file's name or the address.</param>
public sealed record EditionOrigin(string Order, DateOnly PublishedOn, string Source);
