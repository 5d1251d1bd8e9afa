using CsCheck;
using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

/// <summary>Pairs are found and scored by columns and vectors; here they are held against the rules and criteria themselves, pair by pair.</summary>
public sealed class CandidateSetTests
{
    [Fact]
    public void It_finds_the_pairs_that_the_rules_let_through_with_the_points_that_the_criteria_give() =>
        RandomProblems.Of(suppliers: 40, hromadas: 4, needs: 8).Sample(
            problem =>
            {
                var candidates = CandidateSet.Of(problem);
                Assert.Equal(Expected(problem), Found(candidates));
                Assert.All(candidates.Pairs, pair => Assert.Equal(Levelling(candidates.Pairs, pair.Need), pair.Levelling));
            },
            iter: 400,
            threads: 1);

    [Fact]
    public void Vectors_give_the_same_bytes_as_single_rows() =>
        RandomProblems.Of(suppliers: 70, hromadas: 3, needs: 6).Sample(
            problem =>
            {
                var (vectors, rows) = (new PairScorer(problem), new PairScorer(problem, singly: true));
                foreach (var need in problem.Needs)
                {
                    var (one, two) = (vectors.Score(need), rows.Score(need));
                    Assert.Equal(one is null, two is null);
                    if (one is null || two is null) continue;
                    Assert.Equal(two.Value.Levelling, one.Value.Levelling);
                    Assert.Equal(two.Value.Rows(), one.Value.Rows());
                    Assert.All(one.Value.Rows(), row => Assert.Equal(two.Value.Scores[row], one.Value.Scores[row]));
                }
            },
            iter: 400,
            threads: 1);

    [Fact]
    public void One_hromada_is_looked_at_alone()
    {
        var problem = Given.Problem(hromadas: [Given.Hromada(1), Given.Hromada(2)], needs: [Given.Need(1, hromada: 1), Given.Need(2, hromada: 2)]);
        Assert.Equal(Given.Need(2).Id, Assert.Single(CandidateSet.OfHromada(problem, Given.Hromada(2).Id).Pairs).Need.Id);
    }

    private static IEnumerable<string> Found(CandidateSet candidates) =>
        candidates.All.Select(candidate => Told(
            candidates.Problem, candidates.Problem.Suppliers[candidate.Supplier], candidates.Problem.Needs[candidate.Need], candidate.Competence, candidate.Score));

    private static IEnumerable<string> Expected(Problem problem) =>
        from need in problem.Needs
        from supplier in problem.Suppliers
        let fit = Fit.Between(problem, supplier, need)
        where Eligibility.FirstFailure(fit) is null
        select Told(
            problem, supplier, need, supplier.Areas.ToList().IndexOf(fit.Competence!), Scoring.Breakdown(fit).Sum(criterion => criterion.Points));

    private static string Told(Problem problem, Supplier supplier, Need need, int competence, int score) =>
        $"{need.Id} {supplier.Id} {supplier.Areas[competence].AreaCode} {score} of {problem.Scenario.FloorPermille}";

    private static int Levelling(IReadOnlyList<Pair> pairs, Need need) =>
        Scoring.Criteria.Where(criterion => criterion.DependsOnTown).Sum(criterion =>
        {
            var parts = pairs.Where(pair => pair.Need.Id == need.Id).Select(pair => pair.Breakdown.Single(part => part.Code == criterion.Code)).ToList();
            return parts[0].MaxPoints - parts.Max(part => part.Points);
        });
}
