using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>Points that suppliers have with many needs alike: worked out once for each supplier, and laid out once for each table.</summary>
internal sealed class SharedColumns(Problem problem)
{
    private readonly Dictionary<string, ushort[]> _ofSuppliers = new(StringComparer.Ordinal);
    private readonly Dictionary<(OfferTable Table, string Key), ushort[]> _ofRows = [];

    /// <summary>Points for a language in common with <paramref name="need"/>.</summary>
    public ushort[] Language(OfferTable table, Need need) => Column(
        table,
        $"language {string.Join(' ', need.Languages.Distinct().Order(StringComparer.Ordinal))}",
        supplier => LanguageFit.Shared(supplier.Languages, need.Languages).Any() ? Points(Criterion.Full, CriterionCode.Language) : 0);

    /// <summary>Points for what <paramref name="hromada"/> could teach.</summary>
    public ushort[] Learning(OfferTable table, Hromada hromada) => hromada.Teaches.Count == 0
        ? Nothing(table)
        : Column(
            table,
            $"learning {string.Join(' ', hromada.Teaches.Order(StringComparer.Ordinal))}",
            supplier => Points(Reciprocity.Find(supplier, hromada).Raw, CriterionCode.Reciprocity));

    /// <summary>No points.</summary>
    public ushort[] Nothing(OfferTable table) => Column(table, "nothing", _ => 0);

    private int Points(int raw, string criterion) => Scoring.Points(raw, problem.Scenario.CriterionWeights[criterion]);

    private ushort[] Column(OfferTable table, string key, Func<Supplier, int> points)
    {
        if (_ofRows.TryGetValue((table, key), out var column)) return column;
        if (!_ofSuppliers.TryGetValue(key, out var ofSuppliers))
            _ofSuppliers.Add(key, ofSuppliers = [.. problem.Suppliers.Select(supplier => checked((ushort)points(supplier)))]);
        _ofRows.Add((table, key), column = table.Column(row => ofSuppliers[table.Suppliers[row]]));
        return column;
    }
}
