using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Admin.Map;

/// <summary>A line between two municipalities, and what it stands for.</summary>
/// <param name="From">The Norwegian side.</param>
/// <param name="To">The Ukrainian side, in the war zone at oblast precision.</param>
/// <param name="Label">Both names and the state, for those who hear the map.</param>
/// <param name="Href">The thing's page.</param>
/// <param name="IsProposal">Whether it is only proposed.</param>
public sealed record Arc(MapPoint From, MapPoint To, string Label, string Href, bool IsProposal)
{
    /// <summary>The arc of a partnership; null where a place is not known.</summary>
    public static Arc? Of(Partnership partnership, Words words) => Of(
        partnership.Supplier,
        partnership.Hromada,
        words.Name("stage", partnership.Stage),
        $"partnerships/{partnership.PartnershipId}",
        isProposal: false);

    /// <summary>The arc of a proposal; null where a place is not known.</summary>
    public static Arc? Of(Proposal proposal, Words words) => Of(
        proposal.Supplier,
        proposal.Need.Hromada,
        words.Name("proposal_status", proposal.Status),
        $"proposals/{proposal.ProposalId}",
        isProposal: true);

    private static Arc? Of(Party supplier, Party hromada, string state, string href, bool isProposal) =>
        supplier is { HasLatitude: true, HasLongitude: true } && hromada is { HasLatitude: true, HasLongitude: true }
            ? new Arc(
                Projection.Project(supplier.Latitude, supplier.Longitude),
                Projection.Project(hromada.Latitude, hromada.Longitude),
                $"{supplier.Name} – {hromada.Name}: {state}",
                href,
                isProposal)
            : null;
}
