using Kommunebro.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Tests.Messaging;

// Public, because the bus library takes a hidden type for a temporary message.
public sealed record ThingChanged(Guid ThingId, long Version, string Text)
{
    public const string MessageName = "law.thing-changed.v1";
}

public sealed record AlarmRaised(Guid AlarmId)
{
    public const string MessageName = "law.alarm-raised.v1";
}

/// <summary>A made-up aggregate on both sides: the writer's state and the reader's projection.</summary>
internal sealed class Thing
{
    public required Guid Id { get; init; }

    public required long Version { get; set; }

    public required string Text { get; set; }
}

/// <summary>What an effect did, e.g. an e-mail that was sent.</summary>
internal sealed class Effect
{
    public long Id { get; private set; }

    public required Guid MessageId { get; init; }

    public required string What { get; init; }
}

internal sealed class LawDb(DbContextOptions<LawDb> options) : DbContext(options)
{
    public DbSet<Thing> Things => Set<Thing>();

    public DbSet<Effect> Effects => Set<Effect>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddMessagingTables();
}

/// <summary>How handlers behave in a test.</summary>
internal sealed class Behaviour
{
    public Func<ThingChanged, Task> BeforeProjection { get; set; } = _ => Task.CompletedTask;

    public HashSet<int> Scopes { get; } = [];
}

/// <summary>A projection: the newest state wins, whatever the order.</summary>
internal sealed class ThingProjection(LawDb db, Behaviour behaviour) : IHandler<ThingChanged>
{
    public async Task HandleAsync(ThingChanged message, MessageContext context, CancellationToken cancellationToken)
    {
        lock (behaviour.Scopes)
            behaviour.Scopes.Add(db.GetHashCode());
        await behaviour.BeforeProjection(message);
        var thing = await db.Things.FindAsync([message.ThingId], cancellationToken);
        if (thing is null)
            db.Add(new Thing { Id = message.ThingId, Version = message.Version, Text = message.Text });
        else if (message.Version > thing.Version)
            (thing.Version, thing.Text) = (message.Version, message.Text);
    }
}

/// <summary>An effect: every message counts, once.</summary>
internal sealed class AlarmEffect(LawDb db) : IHandler<AlarmRaised>
{
    public Task HandleAsync(AlarmRaised message, MessageContext context, CancellationToken cancellationToken)
    {
        db.Add(new Effect { MessageId = context.MessageId, What = message.AlarmId.ToString() });
        return Task.CompletedTask;
    }
}

/// <summary>An effect on a changed thing, to count how often each message was handled.</summary>
internal sealed class ThingEffect(LawDb db, Behaviour behaviour) : IHandler<ThingChanged>
{
    public async Task HandleAsync(ThingChanged message, MessageContext context, CancellationToken cancellationToken)
    {
        lock (behaviour.Scopes)
            behaviour.Scopes.Add(db.GetHashCode());
        db.Add(new Effect { MessageId = context.MessageId, What = message.Text });
        await behaviour.BeforeProjection(message);
    }
}
