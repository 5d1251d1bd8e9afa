using System.Buffers.Binary;
using System.Security.Cryptography;
using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>A supplier's limits.</summary>
/// <param name="Capacity">Person-days over all areas, overhead of partnerships included.</param>
/// <param name="AreaCapacities">Person-days for each of its areas, by the area's place in its list; null where only the total limits it.</param>
/// <param name="MaxPartnerships">The most hromadas.</param>
public sealed record MasterSupplier(int Capacity, IReadOnlyList<int?> AreaCapacities, int MaxPartnerships)
{
    internal static MasterSupplier Of(Supplier supplier) =>
        new(supplier.Capacity.Days, [.. supplier.Areas.Select(area => area.MaxPersonDays)], supplier.MaxPartnerships);
}

/// <summary>A hromada's limits and fairness.</summary>
/// <param name="MaxPartners">The most suppliers.</param>
/// <param name="InWarZone">Whether its critical needs count in the first stage.</param>
/// <param name="WithoutPartner">Whether it counts in the second stage.</param>
public sealed record MasterHromada(int MaxPartners, bool InWarZone, bool WithoutPartner)
{
    internal static MasterHromada Of(Hromada hromada, Scenario scenario) =>
        new(scenario.MaxPartnersPerHromada, hromada.Category is ProgrammeCategory.WarZone, !hromada.HasPartner);
}

/// <summary>A need.</summary>
/// <param name="Hromada">Position of its hromada.</param>
/// <param name="Critical">Urgency 4.</param>
public sealed record MasterNeed(int Hromada, bool Critical);

/// <summary>A pair that can be chosen.</summary>
/// <param name="Supplier">Position of the supplier.</param>
/// <param name="Need">Position of the need.</param>
/// <param name="Area">Place of the area it uses in the supplier's list.</param>
/// <param name="Days">Person-days that it takes.</param>
/// <param name="Value">What it gains, 0 or more.</param>
/// <param name="Tie">A number from 1 to 2^30 drawn from the two ids: among plans of equal worth the one with the greatest sum is taken.</param>
public sealed record MasterPair(int Supplier, int Need, int Area, int Days, long Value, int Tie)
{
    internal static MasterPair Of(Pair pair, int supplier, int need)
    {
        var area = pair.Supplier.Areas.TakeWhile(competence => competence.AreaCode != pair.Competence.AreaCode).Count();
        return new MasterPair(supplier, need, area, pair.Need.Effort.Days, pair.Value, TieOf(pair.Supplier.Id, pair.Need.Id));
    }

    private static int TieOf(Guid supplier, Guid need)
    {
        Span<byte> ids = stackalloc byte[32];
        supplier.TryWriteBytes(ids, bigEndian: true, out _);
        need.TryWriteBytes(ids[16..], bigEndian: true, out _);
        return 1 + (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(ids)) >> 2);
    }
}
