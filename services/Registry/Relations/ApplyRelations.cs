using Kommunebro.Registry.Data;
using Kommunebro.Registry.Initiatives;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Relations;

/// <summary>Brings the initiatives of staff and of earlier files up to what a file says. What organisations recorded by themselves is not touched.</summary>
internal sealed class ApplyRelations(RegistryDb db, TimeProvider clock)
{
    /// <summary>Applies it; the caller saves.</summary>
    public async Task<RelationsReport> RunAsync(IReadOnlyList<Relation> relations, CancellationToken cancellationToken)
    {
        var known = (await db.Initiatives.Where(initiative => initiative.RecordedBy == null).OrderBy(initiative => initiative.Id).ToListAsync(cancellationToken))
            .ToLookup(initiative => (initiative.HromadaId, initiative.Key));
        var (added, changed, over) = (new List<string>(), new List<RelationChange>(), new List<string>());
        foreach (var relation in relations)
        {
            var recorded = known[(relation.Sides.Hromada.Id, relation.Key)].ToList();
            if (recorded.SingleOrDefault(Lasts) is { } lasting) changed.AddRange(Change(lasting, relation));
            else if (recorded.Count > 0) over.Add(relation.Who);
            else added.Add(Add(relation));
        }
        return new RelationsReport(0, []) { New = added, Changed = changed, Over = over, Gone = await GoneAsync(relations, known.SelectMany(group => group), cancellationToken) };
    }

    private static bool Lasts(Initiative initiative) => initiative.Facts.Status is not (InitiativeStatus.Ended or InitiativeStatus.Withdrawn);

    private string Add(Relation relation)
    {
        var initiative = new Initiative(relation.Sides, relation.Facts, InitiativeOrigin.Import, null, clock.Now());
        db.Add(initiative);
        db.Tell(initiative, "initiative.import", null);
        return $"{relation.Who} {EnumName.Of(relation.Facts.Status)}";
    }

    private List<RelationChange> Change(Initiative initiative, Relation relation)
    {
        var before = initiative.Facts;
        if (relation.Facts.SourceDate < before.SourceDate) return [];
        var after = Over(before, relation.Facts);
        // A file that says the same on a later day is no news.
        var changes = Differences(relation.Who, before, after).Where(change => change.Before != change.After).ToList();
        if (changes.Count == 0) return changes;
        initiative.Describe(after, clock.Now());
        db.Tell(initiative, "initiative.import", before);
        return changes;
    }

    /// <summary>What the file leaves open stays as it was, and nothing that people keep back is opened by a file.</summary>
    private static InitiativeFacts Over(InitiativeFacts before, InitiativeFacts file) => file with
    {
        Since = file.Since ?? before.Since,
        // An end that lies before a new start belonged to what was before.
        Until = file.Until ?? (before.Until < file.Since ? null : before.Until),
        SourceAddress = file.SourceAddress ?? before.SourceAddress,
        Sensitivity = file.Sensitivity > before.Sensitivity ? file.Sensitivity : before.Sensitivity,
    };

    private static IEnumerable<RelationChange> Differences(string who, InitiativeFacts before, InitiativeFacts after) =>
    [
        new(who, "kind", EnumName.Of(before.Kind), EnumName.Of(after.Kind)),
        new(who, "status", EnumName.Of(before.Status), EnumName.Of(after.Status)),
        new(who, "agreement_date", $"{before.Since:yyyy-MM-dd}", $"{after.Since:yyyy-MM-dd}"),
        new(who, "until", $"{before.Until:yyyy-MM-dd}", $"{after.Until:yyyy-MM-dd}"),
        new(who, "source_url", before.SourceAddress ?? "", after.SourceAddress ?? ""),
        new(who, "sensitivity", EnumName.Of(before.Sensitivity), EnumName.Of(after.Sensitivity)),
    ];

    private async Task<IReadOnlyList<string>> GoneAsync(IReadOnlyList<Relation> relations, IEnumerable<Initiative> known, CancellationToken cancellationToken)
    {
        var listed = relations.Select(relation => (relation.Sides.Hromada.Id, relation.Key)).ToHashSet();
        var programmes = relations.Select(relation => relation.Facts.Programme).ToHashSet();
        var gone = known.Where(initiative => initiative.Origin == InitiativeOrigin.Import && Lasts(initiative)
            && programmes.Contains(initiative.Facts.Programme) && !listed.Contains((initiative.HromadaId, initiative.Key))).ToList();
        var ids = gone.SelectMany(initiative => (Guid?[])[initiative.HromadaId, initiative.PartnerId]).OfType<Guid>().ToHashSet();
        var codes = await db.Municipalities.Where(municipality => ids.Contains(municipality.Id))
            .ToDictionaryAsync(municipality => municipality.Id, municipality => municipality.Code, cancellationToken);
        return [.. gone.Select(one => $"{(one.PartnerId is { } partner ? codes[partner] : one.PartnerName)} – {codes[one.HromadaId]}")];
    }
}
