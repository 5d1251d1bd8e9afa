namespace Kommunebro.Matching.Engine;

/// <summary>What fairness asks for before value counts.</summary>
/// <param name="OutsidePermille">The share, 0 to 1000, that municipalities outside the war zone get at least of what a maximum flow shows possible.</param>
/// <param name="Tolerances">What each fairness stage may give up, once it is solved, for the sake of later ones.</param>
public sealed record FairnessRules(int OutsidePermille, StageTolerances Tolerances);

/// <summary>How large needs are shared.</summary>
/// <param name="FromDays">Needs that take at least so many person-days can be shared, in quarters.</param>
/// <param name="MaxSuppliers">The most suppliers that share one, 1 to 4; one of them coordinates. With 1, none is shared.</param>
public sealed record SharingRules(int FromDays, int MaxSuppliers)
{
    /// <summary>Whether <paramref name="need"/> can be shared.</summary>
    public bool Allows(Need need) => MaxSuppliers > 1 && need.Effort.Days >= FromDays;
}
