using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Runs;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Explaining;

/// <summary>A completed run beside what is known now.</summary>
/// <param name="Run">The run.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Loaded">What a run would look at now.</param>
/// <param name="Sight">What the reader is told of needs.</param>
internal sealed record RecalledRun(MatchingRun Run, StoredPlan Plan, LoadedProblem Loaded, NeedSight Sight)
{
    /// <summary>Whether something that the run looked at is different now, so that the answer speaks of another problem.</summary>
    public bool InputsChanged { get; } = Run.InputsHash != Loaded.InputsHash;

    /// <summary>The shares of the plan.</summary>
    public IEnumerable<PlannedShare> Shares =>
        Plan.Matches.Select(match => new PlannedShare(match.Supplier.Id, match.Need.Id, match.Quarters));

    /// <summary>The names of now, and those of the plan for what is gone since.</summary>
    public NameBook Names { get; } = new(
        Plan.Names.Municipalities.Concat(Loaded.Municipalities.Select(known => KeyValuePair.Create(known.Key, known.Value.Names)))
            .GroupBy(known => known.Key).ToDictionary(known => known.Key, known => known.Last().Value),
        Plan.Names.Areas.Concat(Loaded.Problem.Areas.Select(known => KeyValuePair.Create(known.Key, known.Value.Names)))
            .GroupBy(known => known.Key, StringComparer.Ordinal).ToDictionary(known => known.Key, known => known.Last().Value, StringComparer.Ordinal));

    /// <summary>The supplier with an official code.</summary>
    /// <exception cref="Refusal">400 unknown_municipality.</exception>
    public StoredParty Supplier(string code) =>
        Loaded.Municipalities.Values.FirstOrDefault(known => known.Code == code && known.Kind != MunicipalityKind.Hromada) is { } known
            ? StoredParty.Of(known)
            : throw new Refusal(RefusalKind.Invalid, "unknown_municipality", $"There is no supplier with the code {code}.", "supplier");

    /// <summary>A need of now or of the plan, as far as the reader is told of it.</summary>
    /// <exception cref="Refusal">400 unknown_need.</exception>
    public StoredNeed Need(Guid id) => Find(id) is { } need && Sight.Tells(need)
        ? need
        : throw new Refusal(RefusalKind.Invalid, "unknown_need", "There is no such need in this run.", "need");

    /// <summary>A supplier by its id.</summary>
    public StoredParty Supplier(Guid id) => StoredParty.Of(id, Loaded);

    /// <summary>A need by its id, for every reader.</summary>
    public StoredNeed? Find(Guid id) => Loaded.Needs.ContainsKey(id)
        ? StoredNeed.Of(id, Loaded)
        : Plan.Matches.Select(match => match.Need).Concat(Plan.Unmatched.Select(unmatched => unmatched.Need)).FirstOrDefault(need => need.Id == id);
}
