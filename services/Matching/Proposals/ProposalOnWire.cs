using Kommunebro.Contracts;
using Kommunebro.Matching.Telling;
using Kommunebro.Matching.Timeline;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Proposals;

/// <summary>A proposal as its gRPC message: the view, and what does not apply is empty.</summary>
internal static class ProposalOnWire
{
    public static V1.Proposal Show(ProposalView view)
    {
        var shown = new V1.Proposal
        {
            ProposalId = $"{view.Id}",
            Version = view.Version,
            Status = WireName.Of(view.Status),
            Origin = view.Origin is { } origin ? WireName.Of(origin) : "",
            RunId = $"{view.RunId}",
            Supplier = Wire.Party(view.Supplier),
            Need = Wire.Need(view.Need),
            AreaCode = view.Area.Code,
            Area = view.Area.Name,
            Quarters = view.Quarters,
            Coordinates = view.Coordinates,
            PersonDays = view.PersonDays,
            PersonDaysAssumed = view.PersonDaysAssumed,
            Score = view.Score ?? 0,
            Criteria = { view.Criteria.Select(Wire.Criterion) },
            Why = view.Why,
            Conditions = { view.Conditions },
            Assumed = { view.Assumed },
            AnswerBy = Wire.Day(view.AnswerBy),
            PartnershipId = $"{view.PartnershipId}",
            ProposedAt = Wire.Time(view.ProposedAt),
            Reason = view.Reason ?? "",
            Opening = view.Opening is { } opening ? WireName.Of(opening) : "",
            Steps = { view.Steps },
            Illustrative = view.Illustrative,
            History = { view.History.Select(entry => entry.ToWire()) },
        };
        // A message field that is set to null throws: what is absent stays unset.
        if (view.Ks is { } ks)
            shown.Ks = Show(ks);
        if (view.Auc is { } auc)
            shown.Auc = Show(auc);
        if (view.SupplierAnswer is { } supplier)
            shown.SupplierAnswer = Show(supplier);
        if (view.HromadaAnswer is { } hromada)
            shown.HromadaAnswer = Show(hromada);
        return shown;
    }

    public static V1.Answer Show(AnswerView answer) => new()
    {
        Accepted = answer.Accepted,
        Reason = answer.Reason is { } reason ? WireName.Of(reason) : "",
        Note = answer.Note ?? "",
        How = WireName.Of(answer.How),
        Channel = answer.Channel is { } channel ? WireName.Of(channel) : "",
        By = answer.By ?? "",
        At = Wire.Time(answer.At),
    };

    private static V1.Approval Show(KeyView key) => new() { By = key.By, At = Wire.Time(key.At) };
}
