namespace Kommunebro.Matching.Engine;

/// <summary>A maximum flow through a network with whole capacities, by blocking flows in level graphs (Dinic, 1970).</summary>
internal sealed class MaxFlow(int nodes)
{
    private readonly List<int>[] _edges = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
    private readonly List<(int To, int Left)> _ends = [];
    private readonly int[] _level = new int[nodes];
    private readonly int[] _next = new int[nodes];

    /// <summary>Adds an edge; its way back is the edge after it.</summary>
    public void AddEdge(int from, int to, int capacity)
    {
        if (capacity <= 0) return;
        _edges[from].Add(_ends.Count);
        _ends.Add((to, capacity));
        _edges[to].Add(_ends.Count);
        _ends.Add((from, 0));
    }

    /// <summary>The greatest flow.</summary>
    public int Solve(int source, int sink)
    {
        var flow = 0;
        while (FindLevels(source, sink))
        {
            Array.Clear(_next);
            while (Push(source, sink, int.MaxValue) is > 0 and var pushed) flow += pushed;
        }
        return flow;
    }

    private bool FindLevels(int source, int sink)
    {
        Array.Fill(_level, -1);
        _level[source] = 0;
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var node))
            foreach (var edge in _edges[node])
                if (_ends[edge] is { Left: > 0 } end && _level[end.To] < 0)
                {
                    _level[end.To] = _level[node] + 1;
                    queue.Enqueue(end.To);
                }
        return _level[sink] >= 0;
    }

    private int Push(int node, int sink, int most)
    {
        if (node == sink) return most;
        for (; _next[node] < _edges[node].Count; _next[node]++)
        {
            var edge = _edges[node][_next[node]];
            var (to, left) = _ends[edge];
            if (left == 0 || _level[to] != _level[node] + 1) continue;
            var pushed = Push(to, sink, Math.Min(most, left));
            if (pushed == 0) continue;
            _ends[edge] = (to, left - pushed);
            _ends[edge ^ 1] = (_ends[edge ^ 1].To, _ends[edge ^ 1].Left + pushed);
            return pushed;
        }
        return 0;
    }
}
