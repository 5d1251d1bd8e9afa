using Kommunebro.Messaging;
using Kommunebro.Messaging.Inbox;
using Kommunebro.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Tests.Messaging;

/// <summary>Several replicas of a service share one outbox and one inbox.</summary>
public sealed class ReplicaLawsTests
{
    private static void Writer(MessagingBuilder messages) => messages
        .Publishes<ThingChanged>(ThingChanged.MessageName, thing => thing.ThingId.ToString(), ["reader"]);

    private static void Reader(MessagingBuilder messages) => messages
        .Handles<ThingChanged, ThingEffect>(ThingChanged.MessageName);

    [Fact]
    public async Task Replicas_share_the_work_and_handle_each_message_once()
    {
        await using var world = await World.CreateAsync(MessagingOptions.RabbitMq);
        LawService[] writers = [await world.StartAsync("writer", Writer), await world.StartAsync("writer", Writer)];
        LawService[] readers = [await world.StartAsync("reader", Reader), await world.StartAsync("reader", Reader)];

        await WriteAsync(writers, 0, 600);

        await UntilAtLeastAsync(readers[0], 600);
        Assert.All(readers, reader => Assert.NotEmpty(reader.Behaviour.Scopes));
        await AssertOnceAsync(readers[0], 600);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Twenty_thousand_messages_survive_kills_of_the_broker_and_of_replicas()
    {
        const int Count = 20_000;
        await using var server = await RabbitMqNode.StartNewAsync();
        await using var world = new World(MessagingOptions.RabbitMq, await RabbitMqVirtualHost.CreateAsync(server, "soak"));
        LawService[] writers = [await world.StartAsync("writer", Writer), await world.StartAsync("writer", Writer)];
        var reader = await world.StartAsync("reader", Reader);
        var dying = await world.StartAsync("reader", Reader);

        var writing = WriteAsync(writers, 0, Count);
        await UntilAtLeastAsync(reader, Count / 10);
        await server.KillAsync();
        await server.StartAsync();
        await UntilAtLeastAsync(reader, Count / 4);
        // A reader that stops in mid-flow gives back what it has not committed.
        await dying.StopAsync();
        world.LineOf(reader).Cut();
        await Task.Delay(TimeSpan.FromSeconds(2));
        world.LineOf(reader).Mend();
        await UntilAtLeastAsync(reader, Count / 2);
        await server.KillAsync();
        await server.StartAsync();
        await writing;

        await UntilAtLeastAsync(reader, Count);
        await AssertOnceAsync(reader, Count);
        Assert.Empty(await reader.DeadLettersAsync());
    }

    private static Task WriteAsync(LawService[] writers, int first, int count) => Parallel.ForEachAsync(
        Enumerable.Range(first, count),
        new ParallelOptions { MaxDegreeOfParallelism = 8 },
        async (number, _) => await writers[number % writers.Length].ChangeThingAsync(Guid.CreateVersion7(), 1, $"thing {number}"));

    private static async Task UntilAtLeastAsync(LawService reader, int count)
    {
        // Each stretch has its own patience: what counts is that it goes on.
        for (var before = -1; await HandledAsync(reader) < count;)
        {
            var now = await HandledAsync(reader);
            if (now == before)
                await Eventually.TrueAsync(async () => await HandledAsync(reader) > now, $"more than {now} of {count} are handled");
            before = now;
            await Task.Delay(50);
        }
    }

    private static async Task AssertOnceAsync(LawService reader, int count)
    {
        var effects = await reader.EffectsAsync();
        Assert.Equal(count, effects.Count);
        Assert.Equal(count, effects.DistinctBy(effect => effect.What).Count());
    }

    private static Task<int> HandledAsync(LawService reader) => reader.InDatabaseAsync(db => db.Set<InboxEntry>().CountAsync());
}
