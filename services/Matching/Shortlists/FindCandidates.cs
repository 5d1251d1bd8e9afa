using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Matching.Shortlists;

/// <summary>Who fits this town, and whom could this municipality help? Ranked, with reasons, without a run.</summary>
internal static class FindCandidates
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 100;

    /// <summary>200 with a shortlist. 400 one_side_required, out_of_range, unknown_municipality, unknown_language; 503 read_model_not_ready.</summary>
    public static async Task<Ok<ShortlistView>> HandleAsync(
        string? hromada,
        string? municipality,
        int? limit,
        string? lang,
        HttpContext context,
        ProblemLoader problems,
        MatchingDb db,
        Caller caller,
        CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, context);
        new Rules()
            .Check((hromada is null) != (municipality is null), "hromada", "one_side_required", "Ask for the candidates of one hromada or of one municipality.")
            .Check(limit is null or (>= 1 and <= MaxLimit), "limit", "out_of_range", $"A shortlist has 1 to {MaxLimit} entries.")
            .Enforce();
        var loaded = await problems.LoadAsync(cancellationToken);
        var asked = hromada is not null
            ? Find(loaded, hromada, "hromada", isHromada: true)
            : Find(loaded, municipality!, "municipality", isHromada: false);
        var most = limit ?? DefaultLimit;
        var entries = hromada is not null
            ? Shortlist.ForHromada(loaded.Problem, asked, most)
            : Shortlist.ForSupplier(loaded.Problem, asked, most);
        var sight = await NeedSight.LoadAsync(db, caller, cancellationToken);
        var teller = new Teller(NameBook.Of(loaded.Problem), language, sight);
        return TypedResults.Ok(new ShortlistView(
            teller.Tell(StoredParty.Of(asked, loaded)),
            language,
            Candidates(entries, loaded, teller, IsSeen),
            hromada is null ? [] : [.. NoCandidates.Of(loaded.Problem, asked).Where(need => IsSeen(need.Need.Id))
                .Select(need => new UnmatchedView(teller.Tell(StoredNeed.Of(need.Need.Id, loaded)), teller.Tell(need.Reasons)))]));

        bool IsSeen(Guid need) => sight.Tells(StoredNeed.Of(need, loaded));
    }

    /// <summary>Those of whom the reader sees a pair, ranked anew: a gap would tell of what is left out.</summary>
    private static IReadOnlyList<CandidateView> Candidates(
        IEnumerable<ShortlistEntry> entries, LoadedProblem loaded, Teller teller, Func<Guid, bool> isSeen) =>
    [
        .. entries
            .Select(entry => (entry.PartnerId, Pairs: entry.Pairs.Where(pair => isSeen(pair.Need.Id)).ToList()))
            .Where(entry => entry.Pairs.Count > 0)
            .Select((entry, i) => new CandidateView(
                i + 1,
                teller.Tell(StoredParty.Of(entry.PartnerId, loaded)),
                [.. entry.Pairs.Select(pair => teller.Tell(StoredMatch.Of(pair, loaded)))])),
    ];

    private static Guid Find(LoadedProblem loaded, string code, string field, bool isHromada) =>
        loaded.Municipalities.Values
            .FirstOrDefault(known => known.Code == code && (known.Kind == MunicipalityKind.Hromada) == isHromada)?.MunicipalityId
        ?? throw new Refusal(RefusalKind.Invalid, "unknown_municipality", $"There is no {field} with the code {code}.", field);
}
