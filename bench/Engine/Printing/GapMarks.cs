using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Printing;

/// <summary>Tells when the first plan is there, and when the gap passes a mark.</summary>
internal sealed class GapMarks
{
    private static readonly double[] Marks = [0.5, 0.2, 0.1, 0.05, 0.03, 0.02, 0.015, 0.01, 0.005, 0.003, 0.002, 0.001, 0.0005, 0.0002, 0.0001, 0];

    private bool _hasPlan;
    private int _next;

    /// <summary>Looks at the progress.</summary>
    public void See(double seconds, SearchProgress found)
    {
        if (found.Stage != ObjectiveStage.Value)
        {
            Tell(seconds, found, $"{found.Stage} {found.Level}: {found.Reached} of {found.Bound}");
            return;
        }
        if (!_hasPlan) Tell(seconds, found, $"first plan, worth {found.Reached}");
        _hasPlan = true;
        if (found.Bound is not { } bound || bound == 0) return;
        var gap = (double)(bound - found.Reached) / Math.Abs(bound);
        if (_next == Marks.Length || gap > Marks[_next]) return;
        while (_next < Marks.Length && gap <= Marks[_next]) _next++;
        Tell(seconds, found, $"gap {gap:0.000%}");
    }

    private static void Tell(double seconds, SearchProgress found, string text) =>
        Console.WriteLine($"{seconds,8:0.00} s {found.Work,8:0.00} units  {text}");
}
