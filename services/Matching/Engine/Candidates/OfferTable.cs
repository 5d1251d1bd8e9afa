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

    private readonly int[] _rows;
    private readonly int[] _suppliersOfRows;

    /// <summary>The table of the area <paramref name="needed"/>.</summary>
    internal OfferTable(Problem problem, SupplierColumns known, Area needed)
    {
        var serving = problem.Areas.Values.Where(area => area.Code == needed.Code || area.IsRelatedTo(needed)).Select(area => area.Code)
            .Order(StringComparer.Ordinal).Select((code, at) => (code, at)).ToDictionary(area => area.code, area => area.at, StringComparer.Ordinal);
        Offer[] offers = [.. problem.Suppliers.SelectMany((supplier, position) => Offer.Of(problem, supplier, position, needed, serving))];
        Array.Sort(offers, Offer.Compare);
        var weight = problem.Scenario.CriterionWeights[CriterionCode.AreaFit];
        (Count, Serving) = (offers.Length, serving.Count);
        Suppliers = [.. offers.Select(offer => offer.Position)];
        Competences = [.. offers.Select(offer => offer.Competence)];
        Codes = [.. offers.Select(offer => offer.Code)];
        Available = [.. offers.Select(offer => offer.Available)];
        IsSame = [.. offers.Select(offer => offer.IsSame)];
        ModesInWest = Column(row => offers[row].Modes & known.ModesInWest[offers[row].Position]);
        ModesElsewhere = Column(row => offers[row].Modes & known.ModesElsewhere[offers[row].Position]);
        Terms = Column(row => known.Terms[offers[row].Position]);
        Lasts = Column(row => known.Lasts[offers[row].Position]);
        AreaTwice = Column(row => 2 * offers[row].Area);
        AreaPoints = Column(row => Scoring.Points(offers[row].Area, weight));
        SizeSteps = Column(row => known.SizeSteps[offers[row].Position]);
        CategoryPoints = [.. known.CategoryPoints.Select(points => Column(row => points[offers[row].Position]))];
        _rows = [.. Enumerable.Range(0, Count)];
        _suppliersOfRows = [.. Suppliers];
        Array.Sort(_suppliersOfRows, _rows);
    }

    /// <summary>Rows that stand for somebody.</summary>
    public int Count { get; }

    /// <summary>How many areas can serve.</summary>
    public int Serving { get; }

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
    public ReadOnlySpan<int> RowsOf(int supplier)
    {
        var at = Array.BinarySearch(_suppliersOfRows, supplier);
        if (at < 0) return [];
        var (first, end) = (at, at + 1);
        while (first > 0 && _suppliersOfRows[first - 1] == supplier) first--;
        while (end < Count && _suppliersOfRows[end] == supplier) end++;
        return _rows.AsSpan(first..end);
    }

    /// <summary>The first row with at least so many days, at <paramref name="from"/> or after it; near ones are found soonest.</summary>
    public int FirstWith(long days, int from = 0)
    {
        var step = 1;
        for (; from + step <= Count && Available[from + step - 1] < days; step *= 2) from += step;
        for (var end = Math.Min(from + step - 1, Count); from < end;)
        {
            var middle = (from + end) / 2;
            if (Available[middle] >= days) end = middle;
            else from = middle + 1;
        }
        return from;
    }

    /// <summary>A column of as many rows.</summary>
    public ushort[] Column(Func<int, int> value)
    {
        var column = new ushort[Length];
        for (var row = 0; row < Count; row++) column[row] = checked((ushort)value(row));
        return column;
    }

    /// <summary>A competence by which a supplier could serve the area; in the order of the rows.</summary>
    private readonly record struct Offer(int Position, int Competence, int Code, bool IsSame, int Available, int Area, int Modes)
    {
        public static IEnumerable<Offer> Of(Problem problem, Supplier supplier, int position, Area needed, Dictionary<string, int> serving)
        {
            if (supplier.MaxPartnerships == 0) yield break;
            for (var at = 0; at < supplier.Areas.Count; at++)
            {
                var competence = supplier.Areas[at];
                if (!serving.TryGetValue(competence.AreaCode, out var code)) continue;
                var isSame = competence.AreaCode == needed.Code;
                var (available, area) = (Fit.AvailableDays(problem.Scenario, supplier, competence), Fit.AreaPermille(competence.Level, isSame));
                yield return new Offer(position, at, code, isSame, available, area, NeedProbe.Bits(competence.Modes));
            }
        }

        public static int Compare(Offer one, Offer other) =>
            (one.Available, one.Position, one.Competence).CompareTo((other.Available, other.Position, other.Competence));
    }
}
