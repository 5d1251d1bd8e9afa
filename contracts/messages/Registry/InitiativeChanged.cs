namespace Kommunebro.Contracts.Registry;

/// <summary>What counts of an initiative for matching, after a change. Ids alone: neither names nor sources, and of a restricted one nothing.</summary>
/// <param name="InitiativeId">The platform's id of the initiative.</param>
/// <param name="Version">Rises with each change of this initiative; an older version never replaces a newer one.</param>
/// <param name="Help">Who helps whom; null while nothing of it counts: it is planned, over, withdrawn, or restricted.</param>
public sealed record InitiativeChanged(Guid InitiativeId, long Version, Help? Help)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "registry.initiative-changed.v1";
}

/// <summary>That somebody helps a hromada.</summary>
/// <param name="HromadaId">Who is helped.</param>
/// <param name="PartnerId">Who helps; null when it does not stand in the register.</param>
/// <param name="Kind">What kind of tie it is.</param>
/// <param name="Since">Its first day; null where not known.</param>
/// <param name="Until">Its last day; null where none is known.</param>
public sealed record Help(Guid HromadaId, Guid? PartnerId, InitiativeKind Kind, DateOnly? Since, DateOnly? Until)
{
    /// <summary>Whether the hromada is helped on <paramref name="day"/>.</summary>
    public bool LastsOn(DateOnly day) => (Since is null || Since <= day) && (Until is null || Until >= day);
}
