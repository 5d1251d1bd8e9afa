using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Shortlists;

/// <summary>Shortlists in gRPC: translate in, call, translate out.</summary>
internal sealed class ShortlistsGrpc(MatchingDb db, GetShortlist shortlist, Caller caller)
{
    public async Task<V1.Shortlist> GetAsync(V1.GetShortlistRequest request, ServerCallContext context)
    {
        var language = ReaderLanguage.Of(null, context.GetHttpContext());
        var (loaded, pairs, reasons, openings) = await shortlist.RunAsync(
            request.NeedId, request.SupplierCode, Wire.Text(request.Opening), context.CancellationToken);
        var ids = pairs.SelectMany(pair => new[] { pair.Supplier.Id, pair.Hromada.Id });
        var sight = await NeedSight.LoadAsync(db, caller, context.CancellationToken);
        var book = await PlaceBook.LoadAsync(db, sight, ids, language, context.CancellationToken);
        // The reasons may mention municipalities that are not candidates.
        var teller = new Teller(NameBook.Of(loaded.Problem), language, sight);
        return new V1.Shortlist
        {
            Candidates = { pairs.Select(pair => Show(StoredMatch.Of(pair, loaded), book)) },
            Reasons = { teller.Tell(reasons) },
            Openings = { openings.Select(WireName.Of) },
        };
    }

    private static V1.Candidate Show(StoredMatch match, PlaceBook book) => new()
    {
        Supplier = Wire.Party(book.Party(match.Supplier.Id)),
        Need = Wire.Need(book.Need(match.Need)),
        AreaCode = match.AreaCode,
        Area = book.Area(match.AreaCode).Name,
        PersonDays = match.PersonDays,
        PersonDaysAssumed = match.PersonDaysAssumed,
        Score = match.Score,
        Criteria = { book.Teller.Tell(match.Criteria).Select(Wire.Criterion) },
        Why = book.Teller.Why(match),
        Conditions = { book.Teller.Tell(match.Explanation.Conditions) },
        Assumed = { book.Teller.Tell(match.Explanation.Assumptions) },
    };
}
