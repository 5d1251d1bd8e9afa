using System.Linq.Expressions;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Offers;

/// <summary>
/// An offer holds for a year, at the end of which its municipality is asked; a Norwegian supplier that does not confirm it has six weeks
/// more, in which councils meet, before it expires. Nothing of a hromada expires by silence. Looks each hour.
/// </summary>
public sealed partial class OfferYear(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OfferYear> logger) : BackgroundService
{
    private const int MonthsAhead = 1;
    private const int GraceDays = 42;
    private const int Batch = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>The day by which it should be confirmed again.</summary>
    public static DateOnly ConfirmBy(Offer offer) => DateOnly.FromDateTime(offer.LastConfirmedAt.UtcDateTime).AddYears(1);

    /// <summary>Whether an offer should be confirmed within a month, or should have been.</summary>
    public static Expression<Func<Offer, bool>> IsDue(bool due, DateTimeOffset now)
    {
        var confirmedBefore = ConfirmedBefore(now);
        return offer => ((offer.Status == OfferStatus.Available || offer.Status == OfferStatus.Paused) && offer.LastConfirmedAt <= confirmedBefore) == due;
    }

    /// <summary>The same of one that is known.</summary>
    public static bool IsDue(OfferView offer, DateTimeOffset now) =>
        offer.Status is OfferStatus.Available or OfferStatus.Paused && offer.LastConfirmedAt <= ConfirmedBefore(now);

    /// <summary>For which moment its municipality is to be asked whether it holds; null when it is not, or was asked.</summary>
    public static ConfirmationMoment? MomentOf(Offer offer, DateTimeOffset now)
    {
        if (offer.Status != OfferStatus.Available || offer.AskedAt == ConfirmationMoment.DayCame) return null;
        if (DateOnly.FromDateTime(now.UtcDateTime) >= ConfirmBy(offer)) return ConfirmationMoment.DayCame;
        return offer.AskedAt is null && offer.LastConfirmedAt <= ConfirmedBefore(now) ? ConfirmationMoment.Ahead : null;
    }

    /// <summary>When an offer was last confirmed whose municipality is to be asked now: at this moment or earlier for the first time, before it for the second.</summary>
    public static (DateTimeOffset Ahead, DateTimeOffset DayCame) AskedBefore(DateTimeOffset now) =>
        (ConfirmedBefore(now), new DateTimeOffset(now.UtcDateTime.Date.AddDays(1).AddYears(-1), TimeSpan.Zero));

    /// <summary>What a Norwegian supplier confirmed last at this moment or earlier, expires.</summary>
    public static DateTimeOffset ExpiresWhenConfirmedBy(DateTimeOffset now) => now.AddDays(-GraceDays).AddYears(-1);

    /// <summary>Looks once.</summary>
    /// <returns>How many have expired.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditActor>().Who = "service:registry";
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        var expired = 0;
        foreach (var id in await OverdueAsync(db, cancellationToken))
        {
            // Each by itself: where somebody confirms it in the same moment, that one counts.
            db.ChangeTracker.Clear();
            var offer = await db.Offers.SingleAsync(known => known.Id == id, cancellationToken);
            if (offer.Status != OfferStatus.Available || offer.LastConfirmedAt > ExpiresWhenConfirmedBy(clock.GetUtcNow())) continue;
            var before = OfferChange.Audited(offer);
            offer.Expire(clock.Now());
            db.Tell(offer, "offer.expire", before);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                expired++;
            }
            catch (DbUpdateConcurrencyException)
            {
                Log.Changed(logger, id);
            }
        }
        await scope.ServiceProvider.GetRequiredService<AskToConfirm>().RunAsync(cancellationToken);
        return expired;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                if (await LookAsync(stoppingToken) is > 0 and var expired)
                    Log.Expired(logger, expired);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Log.Trouble(logger, trouble);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static DateTimeOffset ConfirmedBefore(DateTimeOffset now) => now.AddMonths(MonthsAhead).AddYears(-1);

    private Task<List<Guid>> OverdueAsync(RegistryDb db, CancellationToken cancellationToken)
    {
        var limit = ExpiresWhenConfirmedBy(clock.GetUtcNow());
        return db.Offers.Where(offer => offer.Status == OfferStatus.Available && offer.LastConfirmedAt <= limit
                && db.Municipalities.Any(municipality => municipality.Id == offer.MunicipalityId && municipality.Country == Country.No))
            .OrderBy(offer => offer.LastConfirmedAt).Take(Batch).Select(offer => offer.Id).ToListAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} offers have expired, since nobody confirmed them for a year and six weeks")]
        public static partial void Expired(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Information, Message = "Offer {Offer} was changed while it was to expire; it is looked at again")]
        public static partial void Changed(ILogger logger, Guid offer);

        [LoggerMessage(Level = LogLevel.Error, Message = "Offers could not be looked at for their yearly confirmation")]
        public static partial void Trouble(ILogger logger, Exception trouble);
    }
}
