using Kommunebro.Contracts;
using Kommunebro.Messaging.Outbox;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Reviews;
using Kommunebro.Registry.Succession;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Registers;

/// <summary>Takes over what an official register says, wholly or not at all; the same again changes nothing, and what is older than known is kept as history.</summary>
internal sealed class ApplyRegister(RegistryDb db, ApplyTerritory territory, KeepClassification classification, TimeProvider clock)
{
    /// <summary>Takes over what was read.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="dryRun">Whether only to say what would change.</param>
    /// <param name="cancellationToken">Ends it, with nothing changed.</param>
    public async Task<RegisterReport> RunAsync(RegisterReading reading, RegisterOrigin origin, bool dryRun, CancellationToken cancellationToken)
    {
        if (reading.Faults.Count > 0) return new RegisterReport(reading.Rows, reading.Faults);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One import at a time, and none beside a list that is coming in.
        await territory.LockAsync(cancellationToken);
        var report = await ApplyAsync(reading, origin, cancellationToken);
        if (dryRun) return report;
        // Also what was only said again is saved: it is known to be of a later day now.
        if (report.ChangesAnything) db.Audit("register.import", "register", origin.Register, null, new { origin.Source, origin.AsOf, New = report.New.Count, Changed = report.Changed.Count, report.Figures, report.Successions });
        await db.SaveByCopyAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return report;
    }

    private async Task<RegisterReport> ApplyAsync(RegisterReading reading, RegisterOrigin origin, CancellationToken cancellationToken)
    {
        var known = await db.Municipalities.ToDictionaryAsync(municipality => municipality.Code, StringComparer.Ordinal, cancellationToken);
        var source = new FigureSource(origin.Register, origin.Source, clock.Now());
        var figures = await FigureBook.OpenAsync(db, reading.Statements, source, origin.AsOf, cancellationToken);
        var (added, changes, doubts) = (new List<string>(), new List<RegisterChange>(), new List<ReviewedRow>(reading.Doubts));
        foreach (var statement in reading.Statements)
        {
            var isNew = !known.TryGetValue(statement.Code, out var municipality);
            if (isNew && (municipality = Register(statement)) is null)
            {
                doubts.Add(new ReviewedRow(statement.Code, "code", "unknown_code", statement.Name ?? ""));
                continue;
            }
            known[statement.Code] = municipality!;
            var next = figures.Note(municipality!, WithoutOtherNumber(municipality!, statement, doubts));
            if (isNew) added.Add($"{municipality!.Code} {municipality.Name}");
            else changes.AddRange(FactChanges.Of(municipality!, next));
            var before = isNew ? null : municipality!.Facts;
            if (municipality!.Describe(next) || isNew) Tell(municipality, before);
        }
        if (reading.IsWhole) doubts.AddRange(Gone(reading, known.Values));
        var reviews = await NewReviewsAsync(doubts, origin.Register, cancellationToken);
        db.AddRange(reviews.Select(row => new ReviewItem(origin.Register, origin.Source, row, clock.Now())));
        return new RegisterReport(reading.Rows, [])
        {
            New = added, Changed = changes, Figures = figures.Added, Reviews = reviews,
            Successions = await classification.RunAsync(reading.Periods, reading.Changes, cancellationToken),
        };
    }

    private Municipality? Register(Statement statement)
    {
        if (!statement.Registers || statement.Name is null || statement.RegionNames is null) return null;
        var municipality = new Municipality(statement.Kind, statement.Code, new MunicipalityFacts
        {
            Names = new LocalizedText(statement.Name, null, statement.Name),
            RegionCode = OfficialCodes.OfficialCode.RegionOf(statement.Kind, statement.Code) ?? statement.RegionCode ?? "",
            RegionNames = statement.RegionNames,
            TerritoryStatus = TerritoryStatus.None,
            TerritoryCoverage = TerritoryCoverage.Full,
        }, clock.Now());
        db.Add(municipality);
        return municipality;
    }

    /// <summary>Of two organisation numbers only a person can say which one holds.</summary>
    private static Statement WithoutOtherNumber(Municipality municipality, Statement statement, List<ReviewedRow> doubts)
    {
        if (statement.OrganisationNumber is not { } number || municipality.Facts.OrganisationNumber is not { } known || known == number) return statement;
        doubts.Add(new ReviewedRow(statement.Code, "organisationNumber", "number_changed", $"{known} {number}"));
        return statement with { OrganisationNumber = null };
    }

    private void Tell(Municipality municipality, MunicipalityFacts? before)
    {
        db.Enqueue(municipality.ToMessage());
        db.Audit(before is null ? "municipality.register" : "municipality.change", "municipality", $"{municipality.Id}", before, municipality.Facts);
    }

    private static IEnumerable<ReviewedRow> Gone(RegisterReading reading, IEnumerable<Municipality> known)
    {
        var (listed, kinds) = (reading.Statements.Select(one => one.Code).ToHashSet(StringComparer.Ordinal), reading.Statements.Select(one => one.Kind).ToHashSet());
        return known.Where(municipality => kinds.Contains(municipality.Kind) && !listed.Contains(municipality.Code))
            .Select(municipality => new ReviewedRow(municipality.Code, "code", "gone", municipality.Name));
    }

    private async Task<List<ReviewedRow>> NewReviewsAsync(List<ReviewedRow> doubts, string register, CancellationToken cancellationToken)
    {
        var queued = await db.Reviews.Where(item => item.Register == register)
            .Select(item => new ReviewedRow(item.Code, item.Field, item.Reason, item.Value)).ToHashSetAsync(cancellationToken);
        return [.. doubts.Distinct().Where(row => !queued.Contains(row))];
    }
}

/// <summary>Where a file comes from.</summary>
/// <param name="Register">The register's word in the import command.</param>
/// <param name="Source">The file's name or the address.</param>
/// <param name="AsOf">The day that it is of.</param>
internal sealed record RegisterOrigin(string Register, string Source, DateOnly AsOf);
