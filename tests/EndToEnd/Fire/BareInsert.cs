using System.Collections.Concurrent;
using System.Diagnostics;
using Kommunebro.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Tests.EndToEnd.Fire;

/// <summary>What the database server alone costs: one row and one save for each need, with nothing around it.</summary>
internal static class BareInsert
{
    /// <summary>Inserts <paramref name="count"/> rows with the text of a need, <paramref name="writers"/> at a time.</summary>
    public static async Task<Pace> RunAsync(int count, int writers, string text)
    {
        await using var database = await PostgresServer.CreateDatabaseAsync("bare");
        var options = new DbContextOptionsBuilder<BareDb>().UseNpgsql(database.ConnectionString).Options;
        await using (var db = new BareDb(options))
            await db.Database.EnsureCreatedAsync();
        var waits = new ConcurrentBag<TimeSpan>();
        var taken = Stopwatch.StartNew();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = writers }, async (_, cancellationToken) =>
        {
            var waited = Stopwatch.StartNew();
            await using var db = new BareDb(options);
            db.Add(new BareRow { Id = Guid.CreateVersion7(), Text = text });
            await db.SaveChangesAsync(cancellationToken);
            waits.Add(waited.Elapsed);
        });
        return new Pace("bare EF insert", waits, taken.Elapsed);
    }

    private sealed class BareDb(DbContextOptions<BareDb> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<BareRow>().Property(row => row.Text).HasColumnType("jsonb");
    }

    private sealed class BareRow
    {
        public required Guid Id { get; init; }

        public required string Text { get; init; }
    }
}
