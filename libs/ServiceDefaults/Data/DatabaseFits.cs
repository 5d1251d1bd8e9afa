using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kommunebro.ServiceDefaults;

/// <summary>Refuses to serve on a database of another version.</summary>
internal sealed class DatabaseFits<TDb>(IServiceScopeFactory scopes) : IHostedService
    where TDb : DbContext
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await DatabaseVersion.RefuseNewerAsync(db, cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
            throw new SettingException($"The database lacks {pending.Count} migration(s). Run this program with 'migrate' first.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
