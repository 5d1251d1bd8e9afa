using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Instances;

/// <summary>A generalized assignment instance: every job goes to one agent, at the least cost.</summary>
/// <param name="Name">Tells it apart.</param>
/// <param name="Costs">Cost by agent and job.</param>
/// <param name="Weights">What the job takes of the agent's capacity, by agent and job.</param>
/// <param name="Capacities">Capacity of each agent.</param>
public sealed record AssignmentInstance(string Name, int[,] Costs, int[,] Weights, int[] Capacities)
{
    /// <summary>How many jobs there are.</summary>
    public int Jobs => Costs.GetLength(1);

    /// <summary>What every job is worth before its cost is taken off: more than twice any cost, so that a job is not left over to save cost.</summary>
    public long Worth { get; } = 2L * Costs.Cast<int>().Max(Math.Abs) + 1;

    /// <summary>
    /// The instance as the engine knows it: it maximises, and may leave jobs over. A plan with all jobs costs jobs × worth less its
    /// value, and so no assignment of all jobs costs less than jobs × worth less the bound.
    /// </summary>
    public Model Build()
    {
        var builder = new ModelBuilder(0, 0);
        foreach (var capacity in Capacities) builder.AddSupplier(capacity, int.MaxValue);
        for (var job = 0; job < Jobs; job++)
        {
            builder.AddHromada(new ModelHromada(int.MaxValue, 0, false, false));
            builder.AddNeed(new ModelNeed(job, Share.Whole, 0, 1, false, false));
            for (var agent = 0; agent < Capacities.Length; agent++)
                if (Weights[agent, job] <= Capacities[agent])
                    builder.AddPair(new ModelPair(agent, job, -1, Weights[agent, job], Worth - Costs[agent, job], 1));
        }
        return builder.Build();
    }

    /// <summary>The cost of value points, or the least cost that a bound of value points leaves.</summary>
    public long CostOf(long value) => Jobs * Worth - value;
}
