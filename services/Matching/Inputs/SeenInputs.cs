using System.Security.Cryptography;
using System.Text.Json;
using Kommunebro.Matching.Engine;
using Kommunebro.Messaging;

namespace Kommunebro.Matching.Inputs;

/// <summary>What a run looked at, so that it can be told later what has changed since.</summary>
/// <param name="Hash">Fingerprint of all of it.</param>
/// <param name="Prints">A short fingerprint of each supplier and each need, by id: what is left of it, and with whom it is not matched.</param>
public sealed record SeenInputs(string Hash, IReadOnlyDictionary<Guid, string> Prints)
{
    /// <summary>What a run of <paramref name="loaded"/> looks at.</summary>
    public static SeenInputs Of(LoadedProblem loaded)
    {
        var problem = loaded.Problem;
        var (ofSupplier, ofHromada) = (
            problem.Exclusions.Values.ToLookup(pair => pair.SupplierId), problem.Exclusions.Values.ToLookup(pair => pair.HromadaId));
        var prints = new Dictionary<Guid, string>();
        foreach (var supplier in problem.Suppliers)
            prints[supplier.Id] = PrintOf(supplier, ofSupplier[supplier.Id].OrderBy(pair => pair.HromadaId));
        foreach (var need in problem.Needs)
        {
            var left = problem.Decisions.QuartersLeft(need.Id);
            prints[need.Id] = PrintOf(new { need, left, Hromada = problem.HromadaById[need.HromadaId] }, ofHromada[need.HromadaId].OrderBy(pair => pair.SupplierId));
        }
        return new SeenInputs(loaded.InputsHash, prints);
    }

    /// <summary>The suppliers and needs that are new, gone or others since <paramref name="before"/>.</summary>
    public IReadOnlySet<Guid> ChangesSince(IReadOnlyDictionary<Guid, string> before) =>
        Prints.Keys.Union(before.Keys).Where(id => Prints.GetValueOrDefault(id) != before.GetValueOrDefault(id)).ToHashSet();

    // Eight bytes are enough to tell changed from unchanged.
    private static string PrintOf(object thing, IEnumerable<Exclusion> exclusions) => Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { thing, exclusions }, MessageJson.Options)).AsSpan(0, sizeof(ulong)));
}
