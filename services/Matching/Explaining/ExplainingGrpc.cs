using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Runs;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Explaining;

/// <summary>Explanations in gRPC: translate in, call, translate out. Places by their names of today.</summary>
internal sealed class ExplainingGrpc(MatchingDb db, AskWhyNot whyNot, WhatIfPinned whatIf)
{
    public async Task<V1.WhyNotReply> WhyNotAsync(V1.WhyNotRequest request, ServerCallContext context)
    {
        var language = ReaderLanguage.Of(null, context.GetHttpContext());
        var found = await whyNot.RunAsync(Run(request.RunId), request.SupplierCode, Need(request.NeedId), context.CancellationToken);
        var book = await BookAsync(
            found.Run.Sight, [found.Supplier, found.Need.Hromada, .. found.HeldBy.Select(held => held.Need.Hromada)],
            found.HeldBy.Select(held => held.Match.Pair.Supplier.Id), context);
        var reply = new V1.WhyNotReply
        {
            Supplier = Wire.Party(book.Party(found.Supplier.Id)),
            Need = Wire.Need(book.Need(found.Need)),
            Kind = WireName.Of(found.Answer.Kind),
            Rule = found.Answer.RuleCode ?? "",
            Obstacle = found.Answer.Obstacle is { } obstacle ? WireName.Of(obstacle) : "",
            HeldBy =
            {
                found.HeldBy.Select(held => new V1.HeldMatch
                {
                    Supplier = Wire.Party(book.Party(held.Match.Pair.Supplier.Id)),
                    Need = Wire.Need(book.Need(held.Need)),
                    Quarters = held.Match.Quarters,
                    Score = held.Match.Pair.Score,
                    Value = held.Match.Value,
                }),
            },
            Reasons = { new Teller(found.Run.Names, language, found.Run.Sight).Tell(found.Answer.Reasons) },
            Masked = found.Masked,
            InputsChanged = found.Run.InputsChanged,
        };
        if (found.Answer.Pair is { } pair)
            (reply.Score, reply.Value) = (pair.Score, pair.Value);
        return reply;
    }

    public async Task<V1.WhatIfPinnedReply> WhatIfAsync(V1.WhatIfPinnedRequest request, ServerCallContext context)
    {
        var language = ReaderLanguage.Of(null, context.GetHttpContext());
        var found = await whatIf.RunAsync(
            Run(request.RunId),
            new WhatIfRequest(request.SupplierCode, Need(request.NeedId), request.HasQuarters ? request.Quarters : null),
            context.CancellationToken);
        var book = await BookAsync(
            found.Run.Sight, [found.Supplier, found.Need.Hromada, .. found.Changes.Select(changed => changed.Need.Hromada)],
            found.Changes.Select(changed => changed.Change.SupplierId), context);
        return new V1.WhatIfPinnedReply
        {
            Supplier = Wire.Party(book.Party(found.Supplier.Id)),
            Need = Wire.Need(book.Need(found.Need)),
            Quarters = found.Pin.Quarters,
            Result = WireName.Of(found.Result),
            Broken = found.Broken ?? "",
            Reasons = { new Teller(found.Run.Names, language, found.Run.Sight).Tell(found.Reasons) },
            Stages =
            {
                (found.Cost?.Stages ?? []).Select(stage => new V1.StageCost
                {
                    Stage = WireName.Of(stage.Stage), Level = stage.Level, Before = stage.Before, After = stage.After,
                }),
            },
            Changes = { found.Changes.Select(changed => ComparisonsGrpc.Change(book, changed.Change.SupplierId, changed.Need, changed.Change.Before, changed.Change.After)) },
            Proven = found.Cost?.IsProven ?? false,
            Masked = found.Masked,
            InputsChanged = found.Run.InputsChanged,
        };
    }

    private Task<PlaceBook> BookAsync(NeedSight sight, IEnumerable<StoredParty> parties, IEnumerable<Guid> suppliers, ServerCallContext context) =>
        PlaceBook.LoadAsync(
            db, sight, parties.Select(party => party.Id).Concat(suppliers), ReaderLanguage.Of(null, context.GetHttpContext()), context.CancellationToken);

    private static Guid Run(string id) => Wire.Id(id, GetRun.Unknown);

    private static Guid? Need(string id)
    {
        var rules = new Rules();
        var need = Wire.Id(rules, id, "need");
        rules.Enforce();
        return need;
    }
}
