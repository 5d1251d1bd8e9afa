using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine.Search;

/// <summary>An outside solver that never finds anything better than what is known, and proves nothing: prices, dives and replies are alone.</summary>
internal sealed class HelplessMaster : IMaster
{
    /// <inheritdoc/>
    public BinarySolution Solve(BinaryProgram program, double work, CancellationToken stop) =>
        new(program.Hints, BinaryProgram.Gain(program.Gains, program.Hints), long.MaxValue, 0);
}
