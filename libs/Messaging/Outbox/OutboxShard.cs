using System.Security.Cryptography;
using System.Text;

namespace Kommunebro.Messaging.Outbox;

/// <summary>Spreads the aggregates over a few relay locks, so that replicas share the work and an aggregate keeps its order.</summary>
public static class OutboxShard
{
    /// <summary>How many shards there are.</summary>
    public const short Count = 8;

    /// <summary>The shard of <paramref name="key"/>: the same in every process and version.</summary>
    public static short Of(string key) => (short)(SHA256.HashData(Encoding.UTF8.GetBytes(key))[0] % Count);
}
