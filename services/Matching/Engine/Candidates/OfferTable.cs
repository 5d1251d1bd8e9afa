using System.Runtime.Intrinsics;
using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>
/// Who could serve a need in one area, with a competence in that area or a related one, in columns: what the criteria look at, worked out
/// once for all needs. The rows are ordered by available days, so that those who have too few stand first. After them comes a vector of
/// rows that offer nothing, so that a vector may begin at any row.
/// </summary>
public sealed class OfferTable
{
    /// <summary>The size step of a supplier whose size is not compared: far from every other.</summary>
    public const ushort NoStep = 10_000;

    private readonly ILookup<int, int> _rowsOfSupplier;

    /// <summary>The table of the area <paramref name="needed"/>.</summary>
    internal OfferTable(Problem problem, SupplierColumns known, Area needed)
    {
        var serving = problem.Areas.Values.Where(area => area.Code == needed.Code || area.IsRelatedTo(needed)).Select(area => area.Code)
            .Order(StringComparer.Ordinal).Select((code, at) => (code, at)).ToDictionary(area => area.code, area => area.at, StringComparer.Ordinal);
        Offer[] offers = [.. problem.Suppliers.SelectMany((supplier, position) => Offer.Of(problem, supplier, position, needed, serving))
            .OrderBy(offer => offer.Available).ThenBy(offer => offer.Position)];
        var weight = problem.Scenario.CriterionWeights[CriterionCode.AreaFit];
        Count = offers.Length;
        Suppliers = [.. offers.Select(offer => offer.Position)];
        Competences = [.. offers.Select(offer => offer.Competence)];
        Codes = [.. offers.Select(offer => offer.Code)];
        Available = [.. offers.Select(offer => offer.Available)];
        IsSame = [.. offers.Select(offer => offer.IsSame)];
        ModesInWest = Column(offers, offer => offer.Modes(isWestern: true));
        ModesElsewhere = Column(offers, offer => offer.Modes(isWestern: false));
        Terms = Column(offers, offer => known.Terms[offer.Position]);
        Lasts = Column(offers, offer => known.Lasts[offer.Position]);
        AreaTwice = Column(offers, offer => 2 * offer.Area);
        AreaPoints = Column(offers, offer => Scoring.Points(offer.Area, weight));
        SizeSteps = Column(offers, offer => known.SizeSteps[offer.Position]);
        CategoryPoints = [.. known.CategoryPoints.Select(points => Column(offers, offer => points[offer.Position]))];
        _rowsOfSupplier = Enumerable.Range(0, Count).ToLookup(row => Suppliers[row]);
    }

    /// <summary>Rows that stand for somebody.</summary>
    public int Count { get; }

    /// <summary>Position of the supplier.</summary>
    public int[] Suppliers { get; }

    /// <summary>Position of the competence among the supplier's.</summary>
    public int[] Competences { get; }

    /// <summary>The place of the competence's code among those that can serve the area, by the letters.</summary>
    public int[] Codes { get; }

    /// <summary>Whether the competence is in the very area.</summary>
    public bool[] IsSame { get; }

    /// <summary>Person-days that the supplier has for a need in this competence, rising.</summary>
    public int[] Available { get; }

    /// <summary>Forms of help, a bit each, that travel allows for a hromada in the west.</summary>
    public ushort[] ModesInWest { get; }

    /// <summary>The same elsewhere.</summary>
    public ushort[] ModesElsewhere { get; }

    /// <summary>Lengths of cooperation that are accepted, a bit each.</summary>
    public ushort[] Terms { get; }

    /// <summary>All bits where long cooperation is accepted expressly.</summary>
    public ushort[] Lasts { get; }

    /// <summary>Twice the fit of the area, in permille.</summary>
    public ushort[] AreaTwice { get; }

    /// <summary>Points for the area.</summary>
    public ushort[] AreaPoints { get; }

    /// <summary>The step of the supplier's size.</summary>
    public ushort[] SizeSteps { get; }

    /// <summary>Points for what a category needs most, by category.</summary>
    public ushort[][] CategoryPoints { get; }

    /// <summary>Rows, with those that offer nothing.</summary>
    public int Length => Count + Vector512<ushort>.Count;

    /// <summary>The rows of a supplier.</summary>
    public IEnumerable<int> RowsOf(int supplier) => _rowsOfSupplier[supplier];

    /// <summary>The first row with at least so many days.</summary>
    public int FirstWith(long days)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Available[middle] >= days) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>A column of as many rows.</summary>
    public ushort[] Column(Func<int, int> value)
    {
        var column = new ushort[Length];
        for (var row = 0; row < Count; row++) column[row] = checked((ushort)value(row));
        return column;
    }

    private static ushort[] Column(Offer[] offers, Func<Offer, int> value)
    {
        var column = new ushort[offers.Length + Vector512<ushort>.Count];
        for (var row = 0; row < offers.Length; row++) column[row] = checked((ushort)value(offers[row]));
        return column;
    }

    /// <summary>A competence by which a supplier could serve the area.</summary>
    private sealed record Offer(Supplier Supplier, int Position, int Competence, int Code, bool IsSame, int Available, int Area)
    {
        public static IEnumerable<Offer> Of(Problem problem, Supplier supplier, int position, Area needed, Dictionary<string, int> serving)
        {
            if (supplier.MaxPartnerships == 0) yield break;
            for (var at = 0; at < supplier.Areas.Count; at++)
            {
                var competence = supplier.Areas[at];
                if (!serving.TryGetValue(competence.AreaCode, out var code)) continue;
                var isSame = competence.AreaCode == needed.Code;
                yield return new Offer(
                    supplier,
                    position,
                    at,
                    code,
                    isSame,
                    Fit.AvailableDays(problem.Scenario, supplier, competence),
                    Fit.AreaPermille(competence.Level, isSame));
            }
        }

        public int Modes(bool isWestern)
        {
            var reaches = WorkableModes.Reaches(Supplier.Travel, isWestern);
            return Supplier.Areas[Competence].Modes
                .Where(mode => reaches || !WorkableModes.BringsSupplier(mode))
                .Aggregate(0, (bits, mode) => bits | 1 << (int)mode);
        }
    }
}
