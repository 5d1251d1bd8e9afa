namespace Kommunebro.Matching.Engine;

/// <summary>
/// Who takes what, while it is searched for: the shares that are chosen, and what they add up to. It keeps books and forbids nothing:
/// whoever adds a share has seen that it fits.
/// </summary>
internal sealed class Assignment
{
    private readonly List<Share>[] _bySupplier;
    private readonly Share[] _holders;
    private readonly byte[] _holderCount;
    private readonly byte[] _quarters;
    private readonly long[] _needValue;
    private readonly short[] _linkShares;
    private readonly int[] _partners;
    private readonly Coverage _coverage;

    /// <summary>Nothing is chosen.</summary>
    public Assignment(Model model, IReadOnlyList<Floor> floors)
    {
        Model = model;
        _bySupplier = [.. Enumerable.Range(0, model.Suppliers).Select(_ => new List<Share>())];
        _holders = new Share[model.Needs * Share.Whole];
        _holderCount = new byte[model.Needs];
        _quarters = new byte[model.Needs];
        _needValue = new long[model.Needs];
        _linkShares = new short[model.LinkSupplier.Length];
        _partners = new int[model.Hromadas];
        _coverage = new Coverage(model, floors);
        Value = model.BaseValue;
    }

    /// <summary>The same choice, counted against other floors.</summary>
    public Assignment(Assignment other, IReadOnlyList<Floor> floors)
        : this(other.Model, floors)
    {
        foreach (var share in other.Shares) Add(share);
    }

    /// <summary>What is chosen from.</summary>
    public Model Model { get; }

    /// <summary>Total value, less what partnerships cost. A need that is met by less than half is worth nothing.</summary>
    public long Value { get; private set; }

    /// <summary>How far the floors are reached.</summary>
    public Coverage Coverage => _coverage;

    /// <summary>Floors first, then value, then ties: greater is better.</summary>
    public (long Floors, long Value) Worth => (_coverage.Points, Value);

    /// <summary>All shares, by supplier.</summary>
    public IEnumerable<Share> Shares => _bySupplier.SelectMany(shares => shares);

    /// <summary>The shares of a supplier.</summary>
    public IReadOnlyList<Share> Of(int supplier) => _bySupplier[supplier];

    /// <summary>The shares of a need.</summary>
    public ReadOnlySpan<Share> Holders(int need) => _holders.AsSpan(need * Share.Whole, _holderCount[need]);

    /// <summary>Quarters of a need that nobody takes yet.</summary>
    public int FreeQuarters(int need) => Model.NeedQuarters[need] - _quarters[need];

    /// <summary>Whether the two of <paramref name="link"/> work together here.</summary>
    public bool IsOpen(int link) => _linkShares[link] > 0 || Model.LinkExists[link];

    /// <summary>New partners that a hromada has here.</summary>
    public int Partners(int hromada) => _partners[hromada];

    /// <summary>Whether a new partnership could be opened as far as the hromada is concerned.</summary>
    public bool CanOpen(int link) => IsOpen(link) || _partners[Model.LinkHromada[link]] < Model.MaxPartners[Model.LinkHromada[link]];

    /// <summary>What the plan would lose without <paramref name="share"/>: its value, less the overhead when nothing else holds the partnership.</summary>
    public long Loss(Share share)
    {
        var link = Model.PairLink[share.Pair];
        return Model.Value(share) - (_linkShares[link] == 1 ? Model.LinkValue(link) : 0);
    }

    /// <summary>Chooses <paramref name="share"/>.</summary>
    public void Add(Share share)
    {
        var (need, link) = (Model.PairNeed[share.Pair], Model.PairLink[share.Pair]);
        _bySupplier[Model.LinkSupplier[link]].Add(share);
        _holders[need * Share.Whole + _holderCount[need]++] = share;
        Count(need, share.Quarters, Model.Value(share));
        if (_linkShares[link]++ == 0 && !Model.LinkExists[link])
        {
            _partners[Model.LinkHromada[link]]++;
            Value -= Model.OverheadValue;
        }
    }

    /// <summary>Takes <paramref name="share"/> back.</summary>
    public void Remove(Share share)
    {
        var (need, link) = (Model.PairNeed[share.Pair], Model.PairLink[share.Pair]);
        _bySupplier[Model.LinkSupplier[link]].Remove(share);
        var holders = _holders.AsSpan(need * Share.Whole, _holderCount[need]);
        holders[holders.IndexOf(share)] = holders[^1];
        _holderCount[need]--;
        Count(need, -share.Quarters, -Model.Value(share));
        if (--_linkShares[link] == 0 && !Model.LinkExists[link])
        {
            _partners[Model.LinkHromada[link]]--;
            Value += Model.OverheadValue;
        }
    }

    /// <summary>Takes back the shares of needs that are met by less than half: they are worth nothing, and take days.</summary>
    public void DropUnmet()
    {
        foreach (var share in Shares.Where(share => _coverage.Quarters(Model.PairNeed[share.Pair]) < Share.Covering).ToList()) Remove(share);
    }

    private void Count(int need, int quarters, long value)
    {
        if (_coverage.Quarters(need) >= Share.Covering) Value -= _needValue[need];
        _quarters[need] = (byte)(_quarters[need] + quarters);
        _needValue[need] += value;
        _coverage.Move(need, quarters);
        if (_coverage.Quarters(need) >= Share.Covering) Value += _needValue[need];
    }
}
