using Kommunebro.Messaging.Transports;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Messaging.Outbox;

/// <summary>One outbox, one transport: a second one would send the same rows past the first one's order and locks.</summary>
public sealed class OutboxOwnership<TDb>(IServiceScopeFactory scopes, ITransport transport)
    where TDb : DbContext
{
    /// <summary>Makes this host's transport the owner of an outbox that has none.</summary>
    /// <exception cref="SettingException">Another transport owns it.</exception>
    public async Task ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await db.Database.ExecuteSqlAsync(
            $"insert into outbox_owner (id, transport) values (1, {transport.Name}) on conflict do nothing", cancellationToken);
        var owner = await db.Set<OutboxOwner>().AsNoTracking().SingleAsync(cancellationToken);
        if (owner.Transport != transport.Name)
            throw new SettingException(
                $"This database sends its messages by '{owner.Transport}', but the settings say '{transport.Name}'. " +
                $"Start it with '{owner.Transport}', or stop every instance and run the command 'adopt-transport'.");
    }

    /// <summary>Hands the outbox over to this host's transport. No instance may be running.</summary>
    public async Task AdoptAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TDb>().Database.ExecuteSqlAsync(
            $"""
            insert into outbox_owner (id, transport) values (1, {transport.Name})
            on conflict (id) do update set transport = excluded.transport
            """,
            cancellationToken);
    }
}
