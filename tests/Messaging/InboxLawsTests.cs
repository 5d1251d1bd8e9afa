using Kommunebro.Messaging;
using Kommunebro.Messaging.Inbox;
using Kommunebro.Messaging.Outbox;
using Kommunebro.Testing;
using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client.Exceptions;

namespace Kommunebro.Tests.Messaging;

/// <summary>The laws of handling, on both transports.</summary>
public sealed class InboxLawsTests
{
    private static void Writer(MessagingBuilder messages) => messages
        .Publishes<ThingChanged>(ThingChanged.MessageName, thing => thing.ThingId.ToString(), ["reader"])
        .Publishes<AlarmRaised>(AlarmRaised.MessageName, alarm => alarm.AlarmId.ToString(), ["reader"]);

    private static void Reader(MessagingBuilder messages) => messages
        .Handles<ThingChanged, ThingProjection>(ThingChanged.MessageName)
        .Handles<AlarmRaised, AlarmEffect>(AlarmRaised.MessageName);

    [Theory]
    [InlineData(MessagingOptions.RabbitMq)]
    [InlineData(MessagingOptions.InProcess)]
    public async Task Five_copies_of_one_message_have_one_effect(string transport)
    {
        await using var world = await World.CreateAsync(transport);
        var writer = await world.StartAsync("writer", Writer);
        var reader = await world.StartAsync("reader", Reader);
        var (copied, alarm) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await writer.InDatabaseAsync(async db =>
        {
            for (var copy = 0; copy < 5; copy++)
                db.Add(RowOf(copied, alarm));
            return await db.SaveChangesAsync();
        });

        await Eventually.TrueAsync(async () => await writer.PendingAsync() == 0, "all five left");
        await AlarmAndWaitAsync(writer, reader);
        Assert.Single(await reader.EffectsAsync(), effect => effect.MessageId == copied);
        if (transport == MessagingOptions.RabbitMq)
            await Assert.ThrowsAsync<OperationInterruptedException>(
                () => world.Broker.CountAsync($"reader.{AlarmRaised.MessageName}_skipped"));
    }

    [Theory]
    [InlineData(MessagingOptions.RabbitMq)]
    [InlineData(MessagingOptions.InProcess)]
    public async Task A_failing_message_is_retried_in_fresh_scopes_then_put_aside_while_the_rest_flows_and_a_replay_heals_it(string transport)
    {
        await using var world = await World.CreateAsync(transport);
        var writer = await world.StartAsync("writer", Writer);
        var reader = await world.StartAsync("reader", Reader);
        var poison = Guid.CreateVersion7();
        reader.Behaviour.BeforeProjection = thing => thing.ThingId == poison
            ? throw new InvalidOperationException("cannot digest this")
            : Task.CompletedTask;

        await writer.ChangeThingAsync(poison, 1, "poison");
        var healthy = Guid.CreateVersion7();
        await writer.ChangeThingAsync(healthy, 1, "healthy");

        await Eventually.TrueAsync(async () => (await reader.DeadLettersAsync()).Count == 1, "the poison is put aside");
        await Eventually.TrueAsync(async () => await reader.ThingAsync(healthy) is not null, "the rest flows");
        await Eventually.TrueAsync(async () => await writer.PendingAsync() == 0, "the outbox is empty");
        var letter = Assert.Single(await reader.DeadLettersAsync());
        Assert.Equal(nameof(ThingProjection), letter.Handler);
        Assert.Equal(5, letter.Attempts);
        Assert.Contains("cannot digest this", letter.Error, StringComparison.Ordinal);
        Assert.Null(await reader.ThingAsync(poison));
        Assert.Equal(6, reader.Behaviour.Scopes.Count);

        Assert.Equal((0, 1), await reader.ReplayAsync());
        reader.Behaviour.BeforeProjection = _ => Task.CompletedTask;
        Assert.Equal((1, 0), await reader.ReplayAsync());

        Assert.Equal("poison", (await reader.ThingAsync(poison))?.Text);
        Assert.Empty(await reader.DeadLettersAsync());
    }

    [Theory]
    [InlineData(MessagingOptions.RabbitMq)]
    [InlineData(MessagingOptions.InProcess)]
    public async Task An_older_version_does_not_overwrite_a_newer_one(string transport)
    {
        await using var world = await World.CreateAsync(transport);
        var writer = await world.StartAsync("writer", Writer);
        var reader = await world.StartAsync("reader", Reader);
        var thing = Guid.CreateVersion7();

        await writer.ChangeThingAsync(thing, 3, "third");
        await Eventually.TrueAsync(async () => await reader.ThingAsync(thing) is not null, "the newest state is there");
        await writer.ChangeThingAsync(thing, 2, "second, come late");
        await Eventually.TrueAsync(async () => await HandledAsync(reader) == 2, "the late one was handled, too");

        Assert.Equal("third", (await reader.ThingAsync(thing))?.Text);
    }

    [Theory]
    [InlineData(MessagingOptions.RabbitMq)]
    [InlineData(MessagingOptions.InProcess)]
    public async Task An_effect_handles_every_message_once(string transport)
    {
        await using var world = await World.CreateAsync(transport);
        var writer = await world.StartAsync("writer", Writer);
        var reader = await world.StartAsync("reader", Reader);
        var alarms = Enumerable.Range(0, 300).Select(_ => Guid.CreateVersion7()).ToList();

        await Parallel.ForEachAsync(alarms, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (alarm, _) =>
            await writer.InDatabaseAsync(db =>
            {
                db.Enqueue(new AlarmRaised(alarm));
                return db.SaveChangesAsync();
            }));

        await Eventually.TrueAsync(async () => await HandledAsync(reader) == 300, "all 300 were handled");
        await Eventually.TrueAsync(async () => await writer.PendingAsync() == 0, "the outbox is empty");
        Assert.Equal(
            alarms.Select(alarm => alarm.ToString()).Order(StringComparer.Ordinal),
            (await reader.EffectsAsync()).Select(effect => effect.What).Order(StringComparer.Ordinal));
    }

    private static OutboxMessage RowOf(Guid messageId, Guid alarm) => new()
    {
        MessageId = messageId,
        Name = AlarmRaised.MessageName,
        Key = alarm.ToString(),
        Shard = OutboxShard.Of(alarm.ToString()),
        Body = $$"""{"alarmId": "{{alarm}}"}""",
        OccurredAt = TimeProvider.System.GetUtcNow(),
        NotBefore = TimeProvider.System.GetUtcNow(),
    };

    /// <summary>A queue is read in order, so when a last message has come, all before it have.</summary>
    private static async Task AlarmAndWaitAsync(LawService writer, LawService reader)
    {
        var last = Guid.CreateVersion7();
        await writer.InDatabaseAsync(db =>
        {
            db.Enqueue(new AlarmRaised(last));
            return db.SaveChangesAsync();
        });
        await Eventually.TrueAsync(
            async () => (await reader.EffectsAsync()).Any(effect => effect.What == last.ToString()), "the last alarm is there");
    }

    private static Task<int> HandledAsync(LawService reader) => reader.InDatabaseAsync(db => db.Set<InboxEntry>().CountAsync());
}
