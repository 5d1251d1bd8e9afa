namespace Kommunebro.Matching.Engine;

/// <summary>
/// How far prices go in each round: shorter and shorter steps, with a halt on the way for as long as the bound still falls fast. With
/// little time the steps shrink faster, and end sooner.
/// </summary>
internal sealed class StepSchedule
{
    private const double First = 0.1;
    private const double Last = 0.0005;

    /// <summary>The last step when time is short.</summary>
    private const double LastInHaste = 0.002;

    /// <summary>Rounds before the halt, and after it.</summary>
    private const int Coarse = 100;
    private const int Fine = 100;

    /// <summary>Where the halt is, of 0 to 1: at a step of 0.01.</summary>
    private const double Halt = 0.43;

    /// <summary>The halt ends when the bound fell by less than one part of so many in so many rounds.</summary>
    private const int Part = 4000;
    private const int Look = 10;

    private int _rounds;
    private long _boundBefore = long.MaxValue;
    private double _done;
    private double _spent;

    /// <summary>How far to go now.</summary>
    public double Step => First * Math.Min(Math.Pow(Last / First, _done), Math.Pow(LastInHaste / First, _spent));

    /// <summary>Whether the last step is made.</summary>
    public bool IsDone => _done >= 1;

    /// <summary>A round was made.</summary>
    /// <param name="bound">The lowest bound so far.</param>
    /// <param name="spent">How much of the time is spent: 1 is all of it.</param>
    public void Next(long bound, double spent)
    {
        _rounds++;
        _spent = spent;
        if (_done < Halt) _done = Math.Min(Halt, _done + Halt / Coarse);
        else if (_done > Halt || HasSlowedDown(bound)) _done += (1 - Halt) / Fine;
    }

    private bool HasSlowedDown(long bound)
    {
        if (_rounds % Look != 0) return false;
        var isSlow = _boundBefore - bound < bound / Part;
        _boundBefore = bound;
        return isSlow;
    }
}
