using Kommunebro.Identity.Assertions;
using Kommunebro.Identity.Data;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Kommunebro.Identity.Connect;

/// <summary>
/// Every hour: forgets tokens and authorizations that are used up, revoked or expired since a day, and assertions and links of
/// letters that are refused for their age.
/// </summary>
internal sealed partial class TokenPruning(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TokenPruning> logger) : BackgroundService
{
    // Longer than a refresh token lives: the use of an old one is noticed as long as it could matter.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await PruneAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // Another replica may be at it; the next hour tries again.
                Log.CannotPrune(logger, error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetUtcNow() - Retention;
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, cancellationToken);
        var now = clock.GetUtcNow();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        // Another replica's clock may be behind.
        await db.UsedAssertions.Where(assertion => assertion.EndsAt < now - AssertionForm.Leeway).ExecuteDeleteAsync(cancellationToken);
        await db.PasswordLinks.Where(link => link.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot forget old tokens: {Reason}")]
        public static partial void CannotPrune(ILogger logger, string reason);
    }
}
