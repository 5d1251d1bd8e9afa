using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>The names that sentences mention.</summary>
/// <param name="Municipalities">Suppliers and hromadas by id.</param>
/// <param name="Areas">Areas by code.</param>
public sealed record NameBook(
    IReadOnlyDictionary<Guid, LocalizedText> Municipalities,
    IReadOnlyDictionary<string, LocalizedText> Areas)
{
    /// <summary>The names of everything in <paramref name="problem"/>.</summary>
    public static NameBook Of(Problem problem) => new(
        problem.Suppliers.Select(supplier => (supplier.Id, supplier.Names))
            .Concat(problem.Hromadas.Select(hromada => (hromada.Id, hromada.Names)))
            .ToDictionary(named => named.Id, named => named.Names),
        problem.Areas.ToDictionary(area => area.Key, area => area.Value.Names, StringComparer.Ordinal));
}
