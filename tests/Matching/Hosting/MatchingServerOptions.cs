using Kommunebro.Matching.Solving;
using Kommunebro.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>What a test wants to be different.</summary>
internal sealed record MatchingServerOptions
{
    /// <summary>The database of another replica; null for one of its own.</summary>
    public TestDatabase? Database { get; init; }

    /// <summary>Its clock; null for one that stands still.</summary>
    public FakeTimeProvider? Clock { get; init; }

    /// <summary>What searches; null for the process of its own that the service starts.</summary>
    public ISolver? Solver { get; init; } = new InlineSolver();

    /// <summary>False: it reads its owners' snapshots from <see cref="Registry"/> and <see cref="Needs"/>.</summary>
    public bool OwnersAreRead { get; init; } = true;

    /// <summary>Settings under "Matching:Deadlines".</summary>
    public Dictionary<string, string?> Deadlines { get; init; } = [];

    /// <summary>When the run of the night begins; never when empty.</summary>
    public string NightlyAt { get; init; } = "";

    /// <summary>Whether the plan in force is repaired by itself.</summary>
    public bool Repairs { get; init; }

    /// <summary>Port of registry's gRPC; nobody listens there unless a test starts it.</summary>
    public int Registry { get; init; } = FreePort.Next();

    /// <summary>Port of needs-intake's gRPC.</summary>
    public int Needs { get; init; } = FreePort.Next();
}
