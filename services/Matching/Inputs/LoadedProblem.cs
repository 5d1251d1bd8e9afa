using System.Security.Cryptography;
using System.Text.Json;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Engine;
using Kommunebro.Messaging;

namespace Kommunebro.Matching.Inputs;

/// <summary>What a run or a shortlist looks at: the engine's problem, and what people read beside it.</summary>
/// <param name="Problem">The engine's input.</param>
/// <param name="Municipalities">Both sides by id.</param>
/// <param name="Needs">The verified needs by id.</param>
/// <param name="Offers">The available offers by the supplier's id.</param>
public sealed record LoadedProblem(
    Problem Problem,
    IReadOnlyDictionary<Guid, MunicipalityChanged> Municipalities,
    IReadOnlyDictionary<Guid, NeedVerified> Needs,
    IReadOnlyDictionary<Guid, OfferChanged> Offers)
{
    /// <summary>The pins of the run's scenario; none for a shortlist.</summary>
    public IReadOnlyList<ScenarioPin> Pins { get; init; } = [];

    /// <summary>Those of them that the problem leaves out, because the need or the offer is gone or others meet the need.</summary>
    public IReadOnlyList<ScenarioPin> LostPins { get; init; } = [];

    /// <summary>SHA-256 of the input in a fixed order, lower-case hexadecimal: equal inputs have equal hashes. The plan in force is the last run's own, and not in it.</summary>
    public string InputsHash => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Problem.Today,
            Problem.Scenario.Version,
            Areas = Problem.Areas.Values.OrderBy(area => area.Code, StringComparer.Ordinal),
            Problem.Suppliers,
            Problem.Hromadas,
            Problem.Needs,
            Decisions = Problem.Decisions with { InForce = [] },
            Exclusions = Problem.Exclusions.Values.OrderBy(pair => pair.SupplierId).ThenBy(pair => pair.HromadaId),
        },
        MessageJson.Options)));
}
