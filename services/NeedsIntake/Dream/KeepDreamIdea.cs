using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>An idea that was kept.</summary>
/// <param name="Idea">As it stands now.</param>
/// <param name="IsNew">Whether it was not known.</param>
/// <param name="IsChanged">Whether it was known, and DREAM has changed it.</param>
internal sealed record KeptIdea(DreamIdea Idea, bool IsNew, bool IsChanged);

/// <summary>Keeps an idea of DREAM as a draft that waits for a person, or takes over what DREAM changed.</summary>
internal sealed class KeepDreamIdea(NeedsIntakeDb db, TimeProvider clock)
{
    private const int MostTries = 5;

    private Dictionary<string, string>? _hromadas;

    /// <summary>Keeps it, with its audit.</summary>
    /// <param name="detail">DREAM's answer of the idea.</param>
    /// <param name="updatedAt">When the feed says that it changed; null to go by the answer.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What became of it; null when it is none.</returns>
    /// <exception cref="Refusal">not_a_dream_idea.</exception>
    public async Task<KeptIdea?> RunAsync(JsonObject? detail, DateTimeOffset? updatedAt, CancellationToken cancellationToken)
    {
        _hromadas ??= await HromadasAsync(cancellationToken);
        if (DreamRecord.Of(detail, updatedAt, clock.Now(), HromadaOf) is not { } record)
            return null;
        for (var tries = 1; ; tries++)
        {
            // Thousands may come one after the other, and what a try has left must not be saved by the next.
            db.ChangeTracker.Clear();
            var kept = await PutAsync(record, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return kept;
            }
            catch (DbUpdateException raced) when (tries < MostTries && IsRace(raced))
            {
                // Somebody else brought the same idea just now, or decided on it: it is looked at again.
            }
        }
    }

    private static bool IsRace(DbUpdateException error) =>
        error is DbUpdateConcurrencyException or { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } };

    private async Task<KeptIdea> PutAsync(DreamRecord record, CancellationToken cancellationToken)
    {
        var known = await db.Set<DreamIdea>().SingleOrDefaultAsync(idea => idea.DreamId == record.DreamId, cancellationToken);
        if (known is not null && known.UpdatedAt >= record.UpdatedAt)
            return new KeptIdea(known, IsNew: false, IsChanged: false);
        var before = known is null ? null : new { known.Version, known.UpdatedAt };
        known?.Become(record);
        var idea = known ?? db.Add(DreamIdea.Of(record)).Entity;
        db.Audit("dream-idea.bring", "dream-idea", idea.DreamId, before, new { idea.Version, idea.UpdatedAt });
        return new KeptIdea(idea, IsNew: known is null, IsChanged: known is not null);
    }

    private string? HromadaOf(string code) => code.Length >= 9 ? _hromadas!.GetValueOrDefault(code[..9]) : null;

    /// <summary>Hromadas by what all codes within them begin with: UA, and the two digits of oblast and raion and three of the hromada.</summary>
    private async Task<Dictionary<string, string>> HromadasAsync(CancellationToken cancellationToken) =>
        (await db.Municipalities.AsNoTracking()
            .Where(known => known.Kind == MunicipalityKind.Hromada).Select(known => known.Code).Distinct().ToListAsync(cancellationToken))
        .GroupBy(code => code[..9], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
