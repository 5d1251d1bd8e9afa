namespace Kommunebro.Matching.Engine;

/// <summary>What it would mean if a plan had to have a certain share.</summary>
/// <param name="Pin">The share.</param>
/// <param name="Stages">How far each goal would be reached with and without it, the most important first; ties are not told.</param>
/// <param name="Changes">The shares that would be another size, or gone, or new; the pin itself is not among them. By supplier and need.</param>
/// <param name="IsProven">Whether no plan with the pin is better.</param>
/// <param name="Work">Units of work that it took.</param>
public sealed record PinCost(Pin Pin, IReadOnlyList<StageCost> Stages, IReadOnlyList<ShareChange> Changes, bool IsProven, double Work)
{
    /// <summary>Value points that the plan would lose, once the goals before are seen to; below 0 where it gains value at their expense.</summary>
    public long Value => Stages.Single(stage => stage.Stage is ObjectiveStage.Value).Cost;

    /// <summary>The matches that would have to go, wholly or in part.</summary>
    public IEnumerable<ShareChange> Displaced => Changes.Where(change => change.After < change.Before);
}

/// <summary>One goal with and without the pin; both counted in the same way, by the problem without it.</summary>
/// <param name="Stage">Which goal.</param>
/// <param name="Level">1 to 3 for the least, the second and the third least covered group; 0 for other goals.</param>
/// <param name="Before">What the plan reaches.</param>
/// <param name="After">What the best plan with the pin reaches.</param>
public sealed record StageCost(ObjectiveStage Stage, int Level, long Before, long After)
{
    /// <summary>What would be lost.</summary>
    public long Cost => Before - After;
}

/// <summary>A share that would change.</summary>
/// <param name="SupplierId">Who helps.</param>
/// <param name="NeedId">What is met.</param>
/// <param name="Before">Quarters in the plan; 0 for none.</param>
/// <param name="After">Quarters with the pin.</param>
public sealed record ShareChange(Guid SupplierId, Guid NeedId, int Before, int After);
