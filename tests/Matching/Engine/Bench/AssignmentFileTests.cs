using Kommunebro.Bench.Engine.Instances;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine.Bench;

/// <summary>Published assignment instances are read as they come, and a file that is none is told where.</summary>
public sealed class AssignmentFileTests
{
    private const string Small = "2 3\n1 2 3\n4 5 6\n2 2 2\n3 3 3\n4 5\n";

    [Theory]
    [InlineData(Small, 1)]
    [InlineData("\uFEFF 2  3 1 2\r\n3 4\t5 6 2 2 2 3 3 3 4\r\n\r\n5", 1)]
    [InlineData("2\n" + Small + Small, 2)]
    [InlineData("1 " + Small, 1)]
    [InlineData("2\n3 1 2 3 4 5 6 2 2 2 3 3 3 4 5", 1)]
    public void It_reads_one_instance_or_several_whatever_the_line_ends(string text, int count)
    {
        var instances = AssignmentFile.Read("small", text);
        Assert.Equal(count, instances.Count);
        Assert.All(instances, instance =>
        {
            Assert.Equal([1, 2, 3, 4, 5, 6], instance.Costs.Cast<int>());
            Assert.Equal([2, 2, 2, 3, 3, 3], instance.Weights.Cast<int>());
            Assert.Equal([4, 5], instance.Capacities);
        });
    }

    [Theory]
    [InlineData("", "line 1: the file ends where number of agents should stand")]
    [InlineData("2 3\n1 2 3\n4 x 6\n2 2 2\n3 3 3\n4 5", "line 3, column 3: 'x' is no cost of agent 2 and job 2")]
    [InlineData("2 3\n1 2 3\n4 5 6\n2 2 2\n3 3 3\n4", "line 6: the file ends where capacity of agent 2 should stand")]
    [InlineData("2 3\n1 2 3\n4 5 6\n2 2 2\n3 0 3\n4 5", "line 5, column 3: '0' is no weight of agent 2 and job 2")]
    [InlineData(Small + "7", "line 7, column 1: '7' stands after the last capacity")]
    [InlineData("2\n" + Small, "line 8: the file ends where number of agents should stand")]
    public void It_says_where_a_text_is_no_instance(string text, string fault) =>
        Assert.StartsWith(fault, Assert.Throws<FormatException>(() => AssignmentFile.Read("bad", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Its_cost_is_the_least_of_an_assignment_of_all_jobs()
    {
        var instance = AssignmentFile.Read("small", Small).Single();
        var outcome = new Optimizer(new CpSatMaster()).Run(instance.Build(), new SearchOptions(new WorkBudget(1)), isFair: false);
        // Agent 1 has room for two jobs, agent 2 for one: which one is all the same.
        Assert.Equal(3, outcome.Shares.Count);
        Assert.Equal(9, instance.CostOf(outcome.Stages[^1].Reached));
        Assert.Equal(9, instance.CostOf(outcome.Stages[^1].Bound));
    }
}
