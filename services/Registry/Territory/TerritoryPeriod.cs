using Kommunebro.Contracts;

namespace Kommunebro.Registry.Territory;

/// <summary>A status of a unit of KATOTTG from one day until before another, as an edition of the list says.</summary>
public sealed class TerritoryPeriod
{
    private TerritoryPeriod()
    {
    }

    /// <summary>Keeps a row of an edition.</summary>
    public TerritoryPeriod(Guid edition, TerritoryRow row) =>
        (EditionId, Code, Name, Status, From, Until, Except) = (edition, row.Code, row.Name, row.Status, row.From, row.Until, [.. row.Except]);

    /// <summary>Its place in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The edition that says so.</summary>
    public Guid EditionId { get; private set; }

    /// <summary>The unit: oblast, raion, hromada, settlement or district.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The name as printed, with what is excepted.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The status.</summary>
    public TerritoryStatus Status { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The day on which it ended, no longer included; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Units inside for which it does not hold.</summary>
    public List<string> Except { get; private set; } = [];

    /// <summary>Whether it holds on <paramref name="day"/>.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day < Until);
}
