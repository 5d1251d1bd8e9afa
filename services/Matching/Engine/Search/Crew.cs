using System.Runtime.ExceptionServices;

namespace Kommunebro.Matching.Engine;

/// <summary>
/// Does the same with each of many things, on several threads that have a tool each. What is done with one thing must depend on that
/// thing alone; then the number of threads changes nothing.
/// </summary>
/// <param name="tool">Makes a thread's tool.</param>
/// <param name="threads">How many threads.</param>
internal sealed class Crew<TTool>(Func<TTool> tool, int threads)
{
    /// <summary>The tools.</summary>
    public IReadOnlyList<TTool> Tools { get; } = [.. Enumerable.Range(0, threads).Select(_ => tool())];

    /// <summary>Does <paramref name="work"/> with 0 to <paramref name="count"/> − 1.</summary>
    public void Each(int count, Action<TTool, int> work)
    {
        var next = -1;
        try
        {
            Parallel.ForEach(Tools, new ParallelOptions { MaxDegreeOfParallelism = Tools.Count }, own =>
            {
                while (Interlocked.Increment(ref next) is var index && index < count) work(own, index);
            });
        }
        catch (AggregateException faults)
        {
            // As if there were one thread.
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }
}
