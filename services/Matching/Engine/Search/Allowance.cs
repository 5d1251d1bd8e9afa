namespace Kommunebro.Matching.Engine;

/// <summary>What a step of a search may take of the work that is left: half as much each time that it brought nothing.</summary>
/// <param name="most">The part that it may take as long as it is of use.</param>
internal sealed class Allowance(double most)
{
    private const int Halvings = 3;

    private int _failures;

    /// <summary>The part that it may take now, of 0 to 1.</summary>
    public double Part => most / (1 << Math.Min(Halvings, _failures));

    /// <summary>It was done.</summary>
    public void Learn(bool wasOfUse) => _failures = wasOfUse ? 0 : _failures + 1;
}
