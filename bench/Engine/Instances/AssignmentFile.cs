namespace Kommunebro.Bench.Engine.Instances;

/// <summary>
/// Reads the OR-Library text format: agents and jobs, costs by agent, weights by agent, capacities. A file holds one such instance, or
/// their number and then all of them.
/// </summary>
public static class AssignmentFile
{
    private const int MostCost = 1_000_000_000;
    private const int MostSize = 1_000_000;

    /// <summary>The instances of a file.</summary>
    /// <param name="name">What they are called.</param>
    /// <param name="text">The file's text.</param>
    /// <exception cref="FormatException">It is not of that format; the message names the position.</exception>
    public static IReadOnlyList<AssignmentInstance> Read(string name, string text)
    {
        var numbers = new NumberText(text);
        // What its first line looks like is tried first, and tells what is wrong if neither works.
        var seemsOne = numbers.Count == 0 || numbers.CountInFirstLine != 1;
        var (first, second) = seemsOne ? ((Reader)One, (Reader)Several) : (Several, One);
        try
        {
            return first(name, numbers);
        }
        catch (FormatException)
        {
            numbers.Restart();
            try
            {
                return second(name, numbers);
            }
            catch (FormatException)
            {
                // The first fault is told.
            }
            throw;
        }
    }

    private delegate AssignmentInstance[] Reader(string name, NumberText numbers);

    private static AssignmentInstance[] One(string name, NumberText numbers)
    {
        var instance = Next(name, numbers);
        numbers.End();
        return [instance];
    }

    private static AssignmentInstance[] Several(string name, NumberText numbers)
    {
        var count = numbers.Next("number of instances", 1, MostSize);
        AssignmentInstance[] instances = [.. Enumerable.Range(1, count).Select(number => Next($"{name}#{number}", numbers))];
        numbers.End();
        return instances;
    }

    private static AssignmentInstance Next(string name, NumberText numbers)
    {
        var (agents, jobs) = (numbers.Next("number of agents", 1, MostSize), numbers.Next("number of jobs", 1, MostSize));
        // The text ends long before, unless the two numbers are right.
        if ((long)agents * jobs > numbers.Count) throw new FormatException($"line 1: {agents} agents and {jobs} jobs are more than the file has numbers for");
        var costs = Matrix(numbers, agents, jobs, "cost", -MostCost, MostCost);
        var weights = Matrix(numbers, agents, jobs, "weight", 1, MostCost);
        int[] capacities = [.. Enumerable.Range(1, agents).Select(agent => numbers.Next($"capacity of agent {agent}", 0, MostCost))];
        return new AssignmentInstance(name, costs, weights, capacities);
    }

    private static int[,] Matrix(NumberText numbers, int agents, int jobs, string what, int least, int most)
    {
        var matrix = new int[agents, jobs];
        for (var agent = 0; agent < agents; agent++)
            for (var job = 0; job < jobs; job++)
                matrix[agent, job] = numbers.Next($"{what} of agent {agent + 1} and job {job + 1}", least, most);
        return matrix;
    }
}
