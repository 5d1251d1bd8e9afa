using Kommunebro.Messaging.Inbox;
using Kommunebro.Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kommunebro.Tests.Messaging;

/// <summary>One running service of a test.</summary>
internal sealed class LawService(string name, IHost host) : IAsyncDisposable
{
    private bool _stopped;

    public string Name => name;

    public Behaviour Behaviour => host.Services.GetRequiredService<Behaviour>();

    public Task StartAsync() => host.StartAsync();

    public async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        await host.StopAsync();
        host.Dispose();
    }

    public async Task<T> InDatabaseAsync<T>(Func<LawDb, Task<T>> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<LawDb>());
    }

    /// <summary>Writes the thing and its event in one SaveChanges, as a use case does.</summary>
    public Task ChangeThingAsync(Guid id, long version, string text) => InDatabaseAsync(async db =>
    {
        if (await db.Things.FindAsync(id) is { } thing)
            (thing.Version, thing.Text) = (version, text);
        else
            db.Add(new Thing { Id = id, Version = version, Text = text });
        db.Enqueue(new ThingChanged(id, version, text));
        return await db.SaveChangesAsync();
    });

    public Task<int> PendingAsync() => InDatabaseAsync(db => db.Set<OutboxMessage>().CountAsync());

    public Task<List<Effect>> EffectsAsync() => InDatabaseAsync(db => db.Effects.AsNoTracking().ToListAsync());

    public Task<Thing?> ThingAsync(Guid id) => InDatabaseAsync(db => db.Things.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id));

    public Task<List<DeadLetter>> DeadLettersAsync() =>
        InDatabaseAsync(db => db.Set<DeadLetter>().AsNoTracking().ToListAsync());

    public async Task<(int Handled, int Left)> ReplayAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeadLetters>().ReplayAsync(null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
