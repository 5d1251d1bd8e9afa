namespace Kommunebro.Matching.Engine;

/// <summary>
/// The choice in numbers: which supplier takes which quarters of which need. Positions stand for ids, in the order of the ids, so
/// that the order of the data changes nothing. What is decided already is taken off: capacities, limits and quarters are those
/// that are left. A need is met by half at least or not at all. Pairs are ordered by supplier, hromada and need; the pairs of one supplier and one hromada are a link.
/// Arrays, because the search reads them some billion times; nobody writes to them.
/// </summary>
public sealed class Model
{
    /// <summary>Person-days that each supplier has left.</summary>
    public required int[] Capacity { get; init; }

    /// <summary>New partnerships that each supplier can still begin.</summary>
    public required int[] MaxPartnerships { get; init; }

    /// <summary>First link of each supplier; one more entry ends the last.</summary>
    public required int[] SupplierLinks { get; init; }

    /// <summary>Person-days that are left in an area of a supplier, for each such limit.</summary>
    public required int[] LimitDays { get; init; }

    /// <summary>First limit of each supplier; one more entry ends the last.</summary>
    public required int[] SupplierLimits { get; init; }

    /// <summary>New partners that each hromada can still be given.</summary>
    public required int[] MaxPartners { get; init; }

    /// <summary>The hromada of each need.</summary>
    public required int[] NeedHromada { get; init; }

    /// <summary>Quarters of each need that are left, 0 to 4.</summary>
    public required int[] NeedQuarters { get; init; }

    /// <summary>How many more suppliers may share each need.</summary>
    public required int[] NeedSuppliers { get; init; }

    /// <summary>Pairs of each need, by supplier: <see cref="NeedPairs"/> from this position on; one more entry ends the last.</summary>
    public required int[] NeedStart { get; init; }

    /// <summary>Pairs by need.</summary>
    public required int[] NeedPairs { get; init; }

    /// <summary>The supplier of each link.</summary>
    public required int[] LinkSupplier { get; init; }

    /// <summary>The hromada of each link.</summary>
    public required int[] LinkHromada { get; init; }

    /// <summary>First pair of each link; one more entry ends the last.</summary>
    public required int[] LinkPairs { get; init; }

    /// <summary>Whether the two work together already: such a link costs nothing and counts against no limit of partnerships.</summary>
    public required bool[] LinkExists { get; init; }

    /// <summary>The link of each pair.</summary>
    public required int[] PairLink { get; init; }

    /// <summary>The need of each pair.</summary>
    public required int[] PairNeed { get; init; }

    /// <summary>The limit that each pair draws on; -1 where only the supplier's capacity counts.</summary>
    public required int[] PairLimit { get; init; }

    /// <summary>Person-days that the whole need takes of the supplier; at least 1.</summary>
    public required int[] PairDays { get; init; }

    /// <summary>Value points of the whole need met by the supplier.</summary>
    public required long[] PairValue { get; init; }

    /// <summary>Value points that having the pair saves, with however many quarters: what dropping it from the plan in force would cost.</summary>
    public required long[] PairKept { get; init; }

    /// <summary>Quarters of each pair in the plan in force, which a search begins with; 0 where it has none.</summary>
    public required int[] PairInForce { get; init; }

    /// <summary>Whether the need can be shared; otherwise it goes as a whole, to one supplier.</summary>
    public required bool[] PairShared { get; init; }

    /// <summary>A number of each pair that its two ids give: of plans of equal worth the one with the greatest sum over its quarters is taken.</summary>
    public required int[] PairTie { get; init; }

    /// <summary>Person-days that a new partnership takes of its supplier.</summary>
    public required int OverheadDays { get; init; }

    /// <summary>Value points that a new partnership costs.</summary>
    public required long OverheadValue { get; init; }

    /// <summary>Value points that every plan has, whatever is chosen.</summary>
    public required long BaseValue { get; init; }

    /// <summary>What the fairness stages count.</summary>
    public required Fairness Fairness { get; init; }

    /// <summary>How many suppliers there are.</summary>
    public int Suppliers => Capacity.Length;

    /// <summary>How many hromadas there are.</summary>
    public int Hromadas => MaxPartners.Length;

    /// <summary>How many needs there are.</summary>
    public int Needs => NeedHromada.Length;

    /// <summary>How many pairs can be chosen.</summary>
    public int Pairs => PairNeed.Length;

    /// <summary>The supplier of <paramref name="pair"/>.</summary>
    public int SupplierOf(int pair) => LinkSupplier[PairLink[pair]];

    /// <summary>The hromada of <paramref name="pair"/>.</summary>
    public int HromadaOf(int pair) => LinkHromada[PairLink[pair]];

    /// <summary>Person-days of <paramref name="share"/>, without a partnership's overhead.</summary>
    public int Days(Share share) => Share.Days(PairDays[share.Pair], share.Quarters);

    /// <summary>Value points of <paramref name="share"/>, without a partnership's overhead.</summary>
    public long Value(Share share) => Share.Value(PairValue[share.Pair], share.Quarters) + PairKept[share.Pair];

    /// <summary>Person-days that opening <paramref name="link"/> takes.</summary>
    public int LinkDays(int link) => LinkExists[link] ? 0 : OverheadDays;

    /// <summary>Value points that opening <paramref name="link"/> costs.</summary>
    public long LinkValue(int link) => LinkExists[link] ? 0 : OverheadValue;

    /// <summary>The fewest quarters of <paramref name="pair"/>'s need that can be taken at all: a shared need goes in quarters, another as a whole.</summary>
    public int LeastQuarters(int pair) => PairShared[pair] ? 1 : NeedQuarters[PairNeed[pair]];
}
