using Kommunebro.Messaging;
using Kommunebro.Messaging.Inbox;
using Kommunebro.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Tests.Messaging;

/// <summary>What happens when a server goes away in the middle of work.</summary>
public sealed class OutageLawsTests
{
    private static void Writer(MessagingBuilder messages) => messages
        .Publishes<ThingChanged>(ThingChanged.MessageName, thing => thing.ThingId.ToString(), ["reader"]);

    private static void Reader(MessagingBuilder messages) => messages
        .Handles<ThingChanged, ThingEffect>(ThingChanged.MessageName);

    [Fact]
    public async Task A_broker_stopped_and_restarted_in_mid_drain_loses_nothing_and_doubles_nothing()
    {
        await using var server = await RabbitMqNode.StartNewAsync();
        await using var world = new World(MessagingOptions.RabbitMq, await RabbitMqVirtualHost.CreateAsync(server, "law"));
        var writer = await world.StartAsync("writer", Writer);
        var reader = await world.StartAsync("reader", Reader);
        const int Count = 2_000;

        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < Count; i++)
                await writer.ChangeThingAsync(Guid.CreateVersion7(), 1, $"thing {i}");
        });
        await Eventually.TrueAsync(async () => (await reader.EffectsAsync()).Count > 50, "the flow has begun");
        await server.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.True(await writer.PendingAsync() > 0, "the broker was stopped in the middle of the flow");
        await server.StartAsync();
        await writing;

        await Eventually.TrueAsync(async () => await HandledAsync(reader) == Count, $"all {Count} were handled");
        var effects = await reader.EffectsAsync();
        Assert.Equal(Count, effects.Count);
        Assert.Equal(Count, effects.DistinctBy(effect => effect.What).Count());
        Assert.Empty(await reader.DeadLettersAsync());
    }

    [Fact]
    public async Task A_message_is_kept_while_the_readers_database_is_away()
    {
        await using var world = await World.CreateAsync(MessagingOptions.RabbitMq);
        var writer = await world.StartAsync("writer", Writer);
        var reader = await world.StartAsync("reader", Reader);
        world.LineOf(reader).Cut();
        await writer.ChangeThingAsync(Guid.CreateVersion7(), 1, "patience");
        await Eventually.TrueAsync(async () => await writer.PendingAsync() == 0, "the broker has it");
        await Task.Delay(TimeSpan.FromSeconds(2));

        world.LineOf(reader).Mend();

        await Eventually.TrueAsync(async () => (await reader.EffectsAsync()).Count == 1, "it was handled after the outage");
        Assert.Empty(await reader.DeadLettersAsync());
    }

    private static Task<int> HandledAsync(LawService reader) => reader.InDatabaseAsync(db => db.Set<InboxEntry>().CountAsync());
}
