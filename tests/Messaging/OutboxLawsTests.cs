using System.Diagnostics;
using Kommunebro.Messaging;
using Kommunebro.Messaging.Outbox;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Tests.Messaging;

/// <summary>The laws of sending, on both transports.</summary>
public sealed class OutboxLawsTests
{
    private static void Writer(MessagingBuilder messages) => messages
        .Publishes<ThingChanged>(ThingChanged.MessageName, thing => thing.ThingId.ToString(), ["reader"]);

    private static void Reader(MessagingBuilder messages) => messages
        .Handles<ThingChanged, ThingProjection>(ThingChanged.MessageName);

    private static void EffectReader(MessagingBuilder messages) => messages
        .Handles<ThingChanged, ThingEffect>(ThingChanged.MessageName);

    [Theory]
    [InlineData(MessagingOptions.RabbitMq)]
    [InlineData(MessagingOptions.InProcess)]
    public async Task A_committed_change_arrives_and_a_rolled_back_one_sends_nothing(string transport)
    {
        await using var world = await World.CreateAsync(transport);
        var writer = await world.StartAsync("writer", Writer);
        var reader = await world.StartAsync("reader", EffectReader);

        await writer.InDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Enqueue(new ThingChanged(Guid.CreateVersion7(), 1, "rolled back"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });
        await writer.ChangeThingAsync(Guid.CreateVersion7(), 1, "committed");

        await Eventually.TrueAsync(async () => (await reader.EffectsAsync()).Count > 0, "the committed change arrives");
        await Eventually.TrueAsync(async () => await writer.PendingAsync() == 0, "the outbox is empty");
        Assert.Equal(["committed"], (await reader.EffectsAsync()).Select(effect => effect.What));
    }

    [Theory]
    [InlineData(MessagingOptions.RabbitMq)]
    [InlineData(MessagingOptions.InProcess)]
    public async Task A_subscriber_that_has_never_been_started_loses_nothing(string transport)
    {
        await using var world = await World.CreateAsync(transport);
        var writer = await world.StartAsync("writer", messages => messages
            .Publishes<ThingChanged>(ThingChanged.MessageName, thing => thing.ThingId.ToString(), ["reader", "latecomer"]));
        var reader = await world.StartAsync("reader", EffectReader);
        for (var i = 0; i < 50; i++)
            await writer.ChangeThingAsync(Guid.CreateVersion7(), 1, $"thing {i}");
        if (transport == MessagingOptions.RabbitMq)
            await Eventually.TrueAsync(async () => await writer.PendingAsync() == 0, "all was sent before the latecomer came");

        var latecomer = await world.StartAsync("latecomer", EffectReader);

        await Eventually.TrueAsync(async () => (await latecomer.EffectsAsync()).Count == 50, "the latecomer has all 50");
        await Eventually.TrueAsync(async () => (await reader.EffectsAsync()).Count == 50, "the reader has all 50");
        Assert.Equal(50, (await latecomer.EffectsAsync()).DistinctBy(effect => effect.MessageId).Count());
    }

    [Theory]
    [InlineData(MessagingOptions.RabbitMq)]
    [InlineData(MessagingOptions.InProcess)]
    public async Task A_relay_killed_between_confirm_and_commit_has_no_double_effect(string transport)
    {
        await using var world = await World.CreateAsync(transport);
        var writer = await world.StartAsync("writer", Writer);
        var reader = await world.StartAsync("reader", EffectReader);

        // The relay cannot delete the row after the transport confirmed it; then its connection is killed.
        await writer.InDatabaseAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                create function hold() returns trigger language plpgsql as
                    'begin perform pg_advisory_xact_lock(4711); return old; end';
                create trigger hold before delete on outbox for each row execute function hold();
                """);
            await using var hold = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(4711)");
            await writer.ChangeThingAsync(Guid.CreateVersion7(), 1, "once");
            await Eventually.TrueAsync(async () => (await reader.EffectsAsync()).Count == 1, "the message was handled");
            await Eventually.TrueAsync(async () => await KillBlockedRelayAsync(db) == 1, "the relay was killed");
            Assert.Equal(1, await writer.PendingAsync());
            await hold.RollbackAsync();
            return 0;
        });

        await Eventually.TrueAsync(async () => await writer.PendingAsync() == 0, "another relay finished the work");
        await writer.ChangeThingAsync(Guid.CreateVersion7(), 1, "after");
        await Eventually.TrueAsync(async () => (await reader.EffectsAsync()).Any(e => e.What == "after"), "the way is open");
        Assert.Single(await reader.EffectsAsync(), effect => effect.What == "once");
    }

    [Theory]
    [InlineData(MessagingOptions.RabbitMq)]
    [InlineData(MessagingOptions.InProcess)]
    public async Task What_cannot_be_decoded_is_put_aside_and_the_rest_flows(string transport)
    {
        await using var world = await World.CreateAsync(transport);
        var writer = await world.StartAsync("writer", Writer);
        var reader = await world.StartAsync("reader", EffectReader);
        var key = Guid.CreateVersion7();

        await writer.InDatabaseAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync(
                $$"""
                insert into outbox (message_id, name, key, shard, body, occurred_at, not_before, returns)
                values ({{Guid.CreateVersion7()}}, {{ThingChanged.MessageName}}, {{key.ToString()}}, {{OutboxShard.Of(key.ToString())}},
                        '{"thingId": "not an id"}', now(), now(), 0)
                """);
            return 0;
        });
        await writer.ChangeThingAsync(key, 2, "fine");

        await Eventually.TrueAsync(async () => (await reader.EffectsAsync()).Count == 1, "the good one arrives");
        await Eventually.TrueAsync(async () => await writer.PendingAsync() == 1, "only the bad one stays");
        var parked = await writer.InDatabaseAsync(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync());
        Assert.NotNull(parked.ParkedAt);
        Assert.Contains("thingId", parked.ParkedBecause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessagingOptions.RabbitMq)]
    [InlineData(MessagingOptions.InProcess)]
    public async Task One_trace_runs_from_the_cause_to_the_handler(string transport)
    {
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Kommunebro.Messaging" or "law",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => { lock (seen) seen.Add(activity); },
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("law");
        await using var world = await World.CreateAsync(transport);
        var writer = await world.StartAsync("writer", Writer);
        var reader = await world.StartAsync("reader", Reader);

        ActivityTraceId cause;
        using (var activity = source.StartActivity("POST")!)
        {
            cause = activity.TraceId;
            await writer.ChangeThingAsync(Guid.CreateVersion7(), 1, "traced");
        }

        await Eventually.TrueAsync(() => Task.FromResult(Handled(seen, cause) is not null), "the handler stands in the trace");
        var handled = Handled(seen, cause)!;
        lock (seen)
        {
            var sent = Assert.Single(seen, a => a.SpanId == handled.ParentSpanId);
            Assert.Equal($"send {ThingChanged.MessageName}", sent.OperationName);
            Assert.Equal(cause, sent.TraceId);
        }
    }

    [Fact]
    public async Task An_outbox_refuses_a_second_transport()
    {
        await using var world = await World.CreateAsync(MessagingOptions.InProcess);
        var writer = await world.StartAsync("writer", Writer);
        await writer.StopAsync();
        await using var other = world.Rejoined(MessagingOptions.RabbitMq, await RabbitMqServer.CreateVirtualHostAsync("law"));

        var refused = await Assert.ThrowsAsync<SettingException>(() => other.StartAsync("writer", Writer));

        Assert.Contains("'in-process'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("adopt-transport", refused.Message, StringComparison.Ordinal);
    }

    private static Activity? Handled(List<Activity> seen, ActivityTraceId cause)
    {
        lock (seen)
            return seen.Find(a => a.TraceId == cause && a.OperationName == $"handle {ThingChanged.MessageName}");
    }

    private static Task<int> KillBlockedRelayAsync(LawDb db) => db.Database
        .SqlQuery<int>(
            $"""
            select count(*)::int as "Value" from (
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock' and query like 'DELETE FROM outbox%') killed
            """)
        .SingleAsync();
}
