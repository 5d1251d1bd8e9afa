using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;

namespace Kommunebro.Matching.Telling;

/// <summary>A plan's figures as they are kept, with the names of that day.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Oblasts">Names of the oblasts that they mention, by code.</param>
public sealed record StoredFigures(PlanFigures Figures, IReadOnlyDictionary<string, LocalizedText> Oblasts)
{
    /// <summary>The figures of <paramref name="plan"/>.</summary>
    public static StoredFigures Of(CandidateSet candidates, Plan plan, LoadedProblem loaded) => new(
        PlanFigures.Of(candidates, plan),
        loaded.Problem.Hromadas.GroupBy(hromada => hromada.Oblast, StringComparer.Ordinal)
            .ToDictionary(members => members.Key, members => loaded.Municipalities[members.First().Id].RegionNames, StringComparer.Ordinal));
}
