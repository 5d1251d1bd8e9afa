using Kommunebro.Registry.Data;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Succession;

/// <summary>A code and what it was called.</summary>
/// <param name="Code">Kommunenummer or fylkesnummer.</param>
/// <param name="Name">The official name then; null where it is not known.</param>
public sealed record CodeWithName(string Code, string? Name);

/// <summary>A merger, a split or another name.</summary>
/// <param name="On">The first day of the new code.</param>
/// <param name="From">The old code.</param>
/// <param name="To">The new one.</param>
public sealed record SuccessionStep(DateOnly On, CodeWithName From, CodeWithName To);

/// <summary>What became of a code.</summary>
/// <param name="Code">The code.</param>
/// <param name="On">The day of which it is.</param>
/// <param name="At">The day that is asked about.</param>
/// <param name="Successors">Every code that took over some of it; itself where nothing happened.</param>
/// <param name="Ambiguous">True where there are several: a person must say which is meant.</param>
/// <param name="Steps">What happened in between, oldest first.</param>
/// <param name="Predecessors">What it had taken over before, latest first.</param>
public sealed record SuccessionView(
    string Code, DateOnly On, DateOnly At, IReadOnlyList<CodeWithName> Successors, bool Ambiguous, IReadOnlyList<SuccessionStep> Steps, IReadOnlyList<SuccessionStep> Predecessors);

/// <summary>Resolves a Norwegian code of some day.</summary>
public sealed class FindSuccession(RegistryDb db, TimeProvider clock)
{
    private const int Municipalities = 131;
    private const int Counties = 104;

    /// <summary>What became of <paramref name="code"/>.</summary>
    /// <param name="code">Kommunenummer or fylkesnummer.</param>
    /// <param name="on">The day of which it is; today when not given.</param>
    /// <param name="at">The day that is asked about, not before <paramref name="on"/>; today when not given.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">invalid_kommunenummer, cyrillic_letters, out_of_range, code_not_valid.</exception>
    public async Task<SuccessionView> RunAsync(string code, DateOnly? on, DateOnly? at, CancellationToken cancellationToken)
    {
        var classification = code.Length == 2 ? Counties : Municipalities;
        if ((classification == Counties ? Fylkesnummer.FaultOf(code) : Kommunenummer.FaultOf(code)) is { } fault)
            throw new Refusal(RefusalKind.Invalid, fault.Code, fault.Message, "code");
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (of, until) = (on ?? today, at ?? today);
        new Rules().Check(until >= of, "at", "out_of_range", "The day that is asked about lies before that of the code.").Enforce();
        var changes = await db.CodeChanges.AsNoTracking().Where(change => change.Classification == classification).ToListAsync(cancellationToken);
        var codes = await db.ClassificationCodes.AsNoTracking().Where(known => known.Classification == classification).ToListAsync(cancellationToken);
        var graph = new SuccessionGraph(changes);
        if (!codes.Exists(known => known.Code == code && known.HoldsOn(of)) && !graph.Knows(code, of)
            // What stands in the register is valid now, also before the first import.
            && !(of == today && await db.Municipalities.AnyAsync(known => known.Code == code, cancellationToken)))
            throw Refusal.NotFound("code_not_valid", $"No imported register has the code {code} on {of:yyyy-MM-dd}.");
        var (successors, steps) = graph.Follow(code, of, until);
        return new SuccessionView(
            code, of, until, [.. successors.Select(one => new CodeWithName(one, NameOf(one, until)))], successors.Count > 1,
            [.. steps.Select(ToStep)], [.. graph.Before(code, of).Select(ToStep)]);

        string? NameOf(string one, DateOnly day) => codes.Where(known => known.Code == one && known.HoldsOn(day)).MaxBy(known => known.From)?.Name
            ?? changes.Where(change => change.NewCode == one && change.OccurredOn <= day).MaxBy(change => change.OccurredOn)?.NewName;
    }

    private static SuccessionStep ToStep(CodeChange change) =>
        new(change.OccurredOn, new CodeWithName(change.OldCode, change.OldName), new CodeWithName(change.NewCode, change.NewName));
}
