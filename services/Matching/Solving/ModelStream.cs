using System.Runtime.InteropServices;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Solving;

/// <summary>A model as bytes, for a process on the same machine: some half a million pairs are 15 MB and a few milliseconds.</summary>
internal static class ModelStream
{
    /// <summary>Writes a model.</summary>
    public static void Write(BinaryWriter writer, Model model)
    {
        int[][] numbers =
        [
            model.Capacity, model.MaxPartnerships, model.SupplierLinks, model.LimitDays, model.SupplierLimits, model.MaxPartners,
            model.NeedHromada, model.NeedQuarters, model.NeedSuppliers, model.NeedStart, model.NeedPairs, model.LinkSupplier,
            model.LinkHromada, model.LinkPairs, model.PairLink, model.PairNeed, model.PairLimit, model.PairDays, model.PairTie,
            model.Fairness.Group, model.Fairness.StandingQuarters, model.PairInForce,
        ];
        foreach (var column in numbers) Write<int>(writer, column);
        Write<long>(writer, model.PairValue);
        Write<long>(writer, model.PairKept);
        foreach (var column in new[] { model.LinkExists, model.PairShared, model.Fairness.InWarZone, model.Fairness.WithoutPartner, model.Fairness.Critical })
            Write<bool>(writer, column);
        writer.Write(model.OverheadDays);
        writer.Write(model.OverheadValue);
        writer.Write(model.BaseValue);
        writer.Write(model.Fairness.Groups);
        writer.Write(model.Fairness.OutsidePermille);
        writer.Write(model.Fairness.Tolerances.CriticalHromadas);
        writer.Write(model.Fairness.Tolerances.CoveragePermille);
        writer.Write(model.Fairness.Tolerances.OutsideHromadas);
    }

    /// <summary>Reads what <see cref="Write(BinaryWriter, Model)"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">There is less.</exception>
    public static Model Read(BinaryReader reader)
    {
        int[][] numbers = [.. Enumerable.Range(0, 22).Select(_ => Read<int>(reader))];
        var (values, kept) = (Read<long>(reader), Read<long>(reader));
        bool[][] flags = [.. Enumerable.Range(0, 5).Select(_ => Read<bool>(reader))];
        var (overheadDays, overheadValue, baseValue) = (reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt64());
        var (groups, outside) = (reader.ReadInt32(), reader.ReadInt32());
        var tolerances = new StageTolerances(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        return new Model
        {
            Capacity = numbers[0],
            MaxPartnerships = numbers[1],
            SupplierLinks = numbers[2],
            LimitDays = numbers[3],
            SupplierLimits = numbers[4],
            MaxPartners = numbers[5],
            NeedHromada = numbers[6],
            NeedQuarters = numbers[7],
            NeedSuppliers = numbers[8],
            NeedStart = numbers[9],
            NeedPairs = numbers[10],
            LinkSupplier = numbers[11],
            LinkHromada = numbers[12],
            LinkPairs = numbers[13],
            LinkExists = flags[0],
            PairLink = numbers[14],
            PairNeed = numbers[15],
            PairLimit = numbers[16],
            PairDays = numbers[17],
            PairValue = values,
            PairKept = kept,
            PairInForce = numbers[21],
            PairShared = flags[1],
            PairTie = numbers[18],
            OverheadDays = overheadDays,
            OverheadValue = overheadValue,
            BaseValue = baseValue,
            Fairness = new Fairness(numbers[19], groups, flags[2], flags[3], flags[4], numbers[20], outside, tolerances),
        };
    }

    private static void Write<T>(BinaryWriter writer, T[] column) where T : unmanaged
    {
        writer.Write(column.Length);
        writer.Write(MemoryMarshal.AsBytes(column.AsSpan()));
    }

    private static T[] Read<T>(BinaryReader reader) where T : unmanaged
    {
        var column = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
        return column;
    }
}
