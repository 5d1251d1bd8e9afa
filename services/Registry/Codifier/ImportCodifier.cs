using Kommunebro.Contracts;
using Kommunebro.Messaging.Outbox;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Codifier;

/// <summary>Takes every hromada of the codifier into the register, wholly or not at all, and names the known ones as it does. All else that is said of them stays.</summary>
public sealed class ImportCodifier(RegistryDb db, KeepSettlements settlements, ApplyTerritory territory, TimeProvider clock)
{
    /// <summary>Imports a file.</summary>
    /// <param name="content">The file, from its beginning.</param>
    /// <param name="source">Its name or address, whose end says of which form it is.</param>
    /// <param name="dryRun">Whether only to say what would change.</param>
    /// <param name="cancellationToken">Ends it, with nothing changed.</param>
    /// <exception cref="Refusal">What <see cref="CodifierFile.Read"/> refuses; empty_file.</exception>
    public async Task<CodifierReport> RunAsync(Stream content, string source, bool dryRun, CancellationToken cancellationToken)
    {
        var rows = CodifierFile.Read(content, source);
        var (units, faults) = CodifierUnit.Read(rows);
        var hromadas = units.Where(unit => unit.IsHromada).ToList();
        if (faults.Count > 0) return new CodifierReport(rows.Count, hromadas.Count, faults, [], [], []);
        if (hromadas.Count == 0) throw ImportFile.Refuse("empty_file", "The file has no hromada.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await territory.LockAsync(cancellationToken);
        // Before hromadas are added: what the list says of all settlements of one is said of the whole.
        var kept = await settlements.RunAsync(units, cancellationToken);
        var report = await ApplyAsync(units, hromadas, cancellationToken) with { Rows = rows.Count, Settlements = kept };
        if (dryRun) return report;
        await db.SaveByCopyAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return report;
    }

    private async Task<CodifierReport> ApplyAsync(IReadOnlyList<CodifierUnit> units, List<CodifierUnit> hromadas, CancellationToken cancellationToken)
    {
        var regions = units.Where(unit => unit.Category is 'O' or 'K').ToDictionary(unit => unit.Unit.Stem, unit => unit.Names, StringComparer.Ordinal);
        var known = await db.Municipalities.Where(m => m.Kind == MunicipalityKind.Hromada).ToDictionaryAsync(m => m.Code, StringComparer.Ordinal, cancellationToken);
        var map = await territory.CurrentAsync(cancellationToken) is { } edition ? new TerritoryMap(edition.Periods, await KnownSettlements.ReadAsync(db, cancellationToken)) : null;
        var (added, renamed) = (new List<string>(), new List<Renaming>());
        foreach (var unit in hromadas)
        {
            var (code, names) = (unit.Unit.Code, unit.Names);
            var regionNames = regions.GetValueOrDefault(code[..4]) ?? names;
            if (known.TryGetValue(code, out var municipality))
            {
                if (Rename(municipality, names, regionNames) is { } renaming) renamed.Add(renaming);
                continue;
            }
            Add(code, names, regionNames, map?.Of(code, clock.KyivToday()) ?? TerritoryState.None);
            added.Add($"{code} {unit.Name}");
        }
        var listed = hromadas.Select(unit => unit.Unit.Code).ToHashSet(StringComparer.Ordinal);
        return new CodifierReport(
            0, hromadas.Count, [], added, renamed, [.. known.Values.Where(m => !listed.Contains(m.Code)).Select(m => $"{m.Code} {m.Name}").Order(StringComparer.Ordinal)])
        {
            Statuses = map is null ? [] : await territory.RunAsync(map, clock.KyivToday(), cancellationToken),
        };
    }

    private void Add(string code, LocalizedText names, LocalizedText regionNames, TerritoryState state)
    {
        var municipality = new Municipality(MunicipalityKind.Hromada, code, new MunicipalityFacts
        {
            Names = names, RegionCode = code[2..4], RegionNames = regionNames, TerritoryStatus = state.Status, TerritoryCoverage = state.Coverage,
        }, clock.Now());
        db.Add(municipality);
        Tell(municipality, "municipality.register", null);
    }

    private Renaming? Rename(Municipality municipality, LocalizedText names, LocalizedText regionNames)
    {
        var before = municipality.Facts;
        // Latin forms that a person gave stay as long as the official name does.
        var kept = before.Names.Uk == names.Uk ? before.Names : names;
        var keptRegion = before.RegionNames.Uk == regionNames.Uk ? before.RegionNames : regionNames;
        if (!municipality.Describe(before with { Names = kept, RegionNames = keptRegion })) return null;
        Tell(municipality, "municipality.rename", new { before.Names, before.RegionNames });
        return new Renaming(municipality.Code, before.Names.Uk ?? "", names.Uk ?? "");
    }

    private void Tell(Municipality municipality, string action, object? before)
    {
        db.Enqueue(municipality.ToMessage());
        db.Audit(action, "municipality", municipality.Id.ToString(), before, new { municipality.Code, municipality.Facts.Names, municipality.Facts.RegionNames });
    }
}
