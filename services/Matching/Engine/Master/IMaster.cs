namespace Kommunebro.Matching.Engine;

/// <summary>The seam to an outside solver.</summary>
public interface IMaster
{
    /// <summary>Searches the choice that gains the most. The same program and work give the same choice on every machine.</summary>
    /// <param name="program">What can be chosen; its hints are a choice that keeps all rows.</param>
    /// <param name="work">Units of work, more than 0; when they are spent, the best so far is returned with its bound.</param>
    /// <param name="stop">Ends the search early; the best so far is returned.</param>
    BinarySolution Solve(BinaryProgram program, double work, CancellationToken stop);
}
