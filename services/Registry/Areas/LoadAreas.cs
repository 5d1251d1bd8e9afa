using Kommunebro.Messaging.Outbox;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Areas;

/// <summary>
/// Brings the table up to the list; part of migrate. An area that is gone from the list stays, because offers and needs
/// point to it.
/// </summary>
public sealed class LoadAreas(RegistryDb db, AuditActor actor) : IMigrationStep
{
    /// <inheritdoc />
    public string Name => "list of areas";

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken) => BringUpToAsync(AreaList.Current.Areas, cancellationToken);

    /// <summary>Adds and changes what differs from <paramref name="entries"/>; a second run changes nothing.</summary>
    /// <returns>How many areas are new or different.</returns>
    public async Task<int> BringUpToAsync(IReadOnlyList<AreaEntry> entries, CancellationToken cancellationToken)
    {
        actor.Who = "registry migrate";
        var stored = await db.Areas.ToDictionaryAsync(area => area.Code, StringComparer.Ordinal, cancellationToken);
        var changed = 0;
        foreach (var entry in entries)
        {
            var before = stored.GetValueOrDefault(entry.Code)?.ToMessage();
            if (Apply(stored, entry) is not { } area)
                continue;
            var after = area.ToMessage();
            db.Enqueue(after);
            db.Audit(before is null ? "area.add" : "area.change", "area", area.Code, before, after);
            changed++;
        }

        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }

    private Area? Apply(Dictionary<string, Area> stored, AreaEntry entry)
    {
        if (stored.TryGetValue(entry.Code, out var area))
            return area.Update(entry) ? area : null;
        area = new Area(entry);
        db.Add(area);
        return area;
    }
}
