using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kommunebro.Matching.Engine;

/// <summary>
/// The table of a knapsack: for each number of partnerships a row of cells, one for each number of person-days, eight of them at a
/// time. A step notes which cells it improved, so that the choice can be traced back.
/// </summary>
internal sealed class KnapsackRows
{
    /// <summary>Less than every sum of profits, and far enough from overflow.</summary>
    private const long Never = long.MinValue / 4;

    private const int Lanes = 8;

    private long[] _cells = [];
    private byte[] _improved = [];
    private int _blocks;
    private int _rows;
    private int _used;

    /// <summary>Cells that were computed since the beginning.</summary>
    public long Work { get; private set; }

    /// <summary>Clears the table: nothing is chosen, with any number of person-days up to <paramref name="capacity"/>.</summary>
    /// <param name="capacity">Person-days.</param>
    /// <param name="rows">Rows of the result; as many again are kept for open partnerships.</param>
    public void Reset(int capacity, int rows)
    {
        _blocks = capacity / Lanes + 1;
        _rows = rows;
        _used = 0;
        var size = 2 * rows * (_blocks + 1) * Lanes;
        if (_cells.Length < size) _cells = new long[size];
        Array.Clear(_cells, 0, size);
        // What lies before the first cell of a row would be a negative number of person-days.
        for (var row = 0; row < 2 * rows; row++) _cells.AsSpan(row * (_blocks + 1) * Lanes, Lanes).Fill(Never);
    }

    /// <summary>The best sum of profits.</summary>
    public long Best(int row, int days) => Unsafe.Add(ref Cell(row), days);

    /// <summary>Room for the notes of one step over all rows.</summary>
    public int NewNotes()
    {
        var notes = _used;
        _used += _rows * _blocks;
        if (_improved.Length < _used) Array.Resize(ref _improved, Math.Max(_used, 2 * _improved.Length));
        _improved.AsSpan(notes, _rows * _blocks).Clear();
        return notes;
    }

    /// <summary>Whether the step with these notes improved the cell.</summary>
    public bool Improved(int notes, int row, int days) => (_improved[notes + row * _blocks + days / Lanes] >> (days % Lanes) & 1) != 0;

    /// <summary>target[d] = max(target[d], source[d − days] + profit); both may be the same row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(int source, int target, int days, long profit, int notes)
    {
        Work += _blocks * Lanes;
        ref var from = ref Cell(source);
        ref var to = ref Cell(target);
        ref var note = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_improved), notes + target % _rows * _blocks);
        var gain = Vector512.Create(profit);
        // From above, so that a row can be its own source.
        for (var block = _blocks - 1; block >= days / Lanes; block--)
        {
            var with = Vector512.LoadUnsafe(ref Unsafe.Add(ref from, block * Lanes - days)) + gain;
            var without = Vector512.LoadUnsafe(ref Unsafe.Add(ref to, block * Lanes));
            Vector512.Max(with, without).StoreUnsafe(ref Unsafe.Add(ref to, block * Lanes));
            Unsafe.Add(ref note, block) = (byte)Vector512.GreaterThan(with, without).ExtractMostSignificantBits();
        }
    }

    /// <summary>The same for the options of one item, of which at most one is taken; the notes of the last that improved a cell count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void TakeOne(int row, ReadOnlySpan<KnapsackOption> options)
    {
        Work += (long)options.Length * _blocks * Lanes;
        ref var cells = ref Cell(row);
        for (var block = _blocks - 1; block >= 0; block--)
        {
            var best = Vector512.LoadUnsafe(ref Unsafe.Add(ref cells, block * Lanes));
            foreach (ref readonly var option in options)
            {
                if (block < option.Days / Lanes) continue;
                var with = Vector512.LoadUnsafe(ref Unsafe.Add(ref cells, block * Lanes - option.Days)) + Vector512.Create(option.Profit);
                _improved[option.Notes + row % _rows * _blocks + block] =
                    (byte)Vector512.GreaterThan(with, best).ExtractMostSignificantBits();
                best = Vector512.Max(with, best);
            }
            best.StoreUnsafe(ref Unsafe.Add(ref cells, block * Lanes));
        }
    }

    /// <summary>target[d] = source[d − days] + profit: a partnership is opened.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Open(int source, int target, int days, long profit)
    {
        Work += _blocks * Lanes;
        ref var from = ref Cell(source);
        ref var to = ref Cell(target);
        for (var block = 0; block < _blocks; block++)
        {
            var opened = block < days / Lanes
                ? Vector512.Create(Never)
                : Vector512.LoadUnsafe(ref Unsafe.Add(ref from, block * Lanes - days)) + Vector512.Create(profit);
            opened.StoreUnsafe(ref Unsafe.Add(ref to, block * Lanes));
        }
    }

    /// <summary>The row of open partnerships that belongs to <paramref name="row"/>.</summary>
    public int OpenRow(int row) => _rows + row;

    /// <summary>A copy of the rows of the result, without those of open partnerships.</summary>
    public long[][] Copy() =>
        [.. Enumerable.Range(0, _rows).Select(row => _cells.AsSpan((row * (_blocks + 1) + 1) * Lanes, _blocks * Lanes).ToArray())];

    private ref long Cell(int row) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_cells), (row * (_blocks + 1) + 1) * Lanes);
}

/// <summary>One way to take an item.</summary>
/// <param name="Days">Person-days.</param>
/// <param name="Profit">What it gains, more than 0.</param>
/// <param name="Notes">Where the table notes the cells that it improved.</param>
internal readonly record struct KnapsackOption(int Days, long Profit, int Notes);
