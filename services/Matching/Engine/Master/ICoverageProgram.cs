namespace Kommunebro.Matching.Engine;

/// <summary>A program that can say which hromadas its choice covers.</summary>
internal interface ICoverageProgram
{
    /// <summary>The program.</summary>
    BinaryProgram Program { get; }

    /// <summary>Variables that say of members that they are covered.</summary>
    /// <param name="members">Which hromadas count.</param>
    /// <param name="criticalOnly">Whether only critical needs cover.</param>
    /// <returns>A variable for each member that can be covered, and how many are covered whatever is chosen.</returns>
    (IReadOnlyList<int> Variables, int Always) Covered(bool[] members, bool criticalOnly);
}
