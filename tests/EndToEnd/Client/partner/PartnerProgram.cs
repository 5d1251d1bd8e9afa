using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Kommunebro.Client;

/// <summary>
/// The journey as a partner's developer writes it, against nothing but the client that a generator made of the API's description.
/// It is no part of the tests' program: it is compiled together with that client when the test runs.
/// </summary>
public static class PartnerProgram
{
    private const string Hromada = "UA61020050000098539";
    private const string Supplier = "4223";

    /// <summary>From the need to the first talk. Each caller comes with its own token.</summary>
    /// <returns>What happened, in order.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(HttpClient townHttp, HttpClient supplierHttp, HttpClient ksHttp, HttpClient aucHttp)
    {
        var (town, supplier) = (new KommunebroClient(townHttp), new KommunebroClient(supplierHttp));
        var (ks, auc) = (new KommunebroClient(ksHttp), new KommunebroClient(aucHttp));
        var story = new List<string>();

        var need = await SubmitAsync(town, story);
        story.Add(await RefusedAsync(() => town.WithdrawNeedAsync(need.Id, new WithdrawRequest(), if_Match: "\"99\"")));
        story.Add(await RefusedAsync(() => supplier.WithdrawNeedAsync(need.Id, new WithdrawRequest(), if_Match: Seen(need.Version))));
        need = await auc.VerifyNeedAsync(need.Id, new VerifyRequest { PersonDays = 30, Method = "call" }, if_Match: Seen(need.Version));
        story.Add($"{need.Status} {need.PersonDays}");
        story.Add(await FoundAsync(town, need.Id) ? "found" : "lost");

        await UntilAsync(async () => (await ks.FindCandidatesAsync(hromada: Hromada)).Candidates
            .Any(candidate => candidate.Pairs.Any(pair => pair.Need.Id == need.Id && pair.Supplier.Code == Supplier)));
        var proposal = await ks.ProposeByHandAsync(new ProposeRequest { NeedId = need.Id, Supplier = Supplier, Reason = "The mayors met." }, "propose-1");
        story.Add($"{proposal.Status}, {proposal.Criteria.Count(criterion => criterion.Reasons.Count > 0)} reasons");
        story.Add(await RefusedAsync(() => town.GetProposalAsync(proposal.Id)));
        proposal = await ks.ApproveProposalAsync(proposal.Id, new ApproveRequest { Key = "ks" }, if_Match: Seen(proposal.Version));
        proposal = await auc.ApproveProposalAsync(proposal.Id, new ApproveRequest { Key = "auc" }, if_Match: Seen(proposal.Version));
        story.Add($"{proposal.Status}");
        proposal = await supplier.AnswerProposalAsync(proposal.Id, new AnswerRequest { Accepted = true }, if_Match: Seen(proposal.Version));
        story.Add($"{proposal.Status}");
        proposal = await town.AnswerProposalAsync(proposal.Id, new AnswerRequest { Accepted = true }, if_Match: Seen(proposal.Version));
        story.Add($"{proposal.Status}");

        var partnership = await town.GetPartnershipAsync(proposal.PartnershipId!.Value, lang: "uk");
        story.Add($"{partnership.Stage} {partnership.Supplier.Code}");
        return story;
    }

    /// <summary>With a key, so that a repeat after a broken connection states no second need.</summary>
    private static async Task<NeedsIntakeNeedView> SubmitAsync(KommunebroClient town, List<string> story)
    {
        var area = (await town.FindAreasAsync(lang: "en")).Items.Single(one => one.Code == "RUR");
        var request = new NeedRequest
        {
            Municipality = Hromada,
            Title = new TextInLanguages { Uk = "Підтримка сільських підприємців", En = "Support for rural entrepreneurs" },
            Area = area.Code,
            Horizon = "medium",
            Urgency = 2,
            DesiredModes = ["advice_remote"],
            EffortBand = "medium",
            Languages = ["uk", "en"],
            Sensitivity = "partners",
            Illustrative = true,
        };
        NeedsIntakeNeedView? need = null;
        await UntilAsync(async () =>
        {
            try
            {
                need = await town.SubmitNeedAsync(request, "need-1");
                return true;
            }
            catch (ApiException<Problem> early) when (early.Result.Errors.All(error => error.Code == "unknown_municipality"))
            {
                // The platform hears of a new organisation a moment after it was made.
                return false;
            }
        });
        var again = await town.SubmitNeedAsync(request, "need-1");
        story.Add($"{need!.Status} {need.Sensitivity} {(again.Id == need.Id ? "once" : "twice")}");
        story.Add(await RefusedAsync(() => town.SubmitNeedAsync(new NeedRequest { Municipality = "UA1" })));
        return need;
    }

    /// <summary>Page by page.</summary>
    private static async Task<bool> FoundAsync(KommunebroClient town, Guid need)
    {
        for (string? cursor = null; ;)
        {
            var page = await town.FindNeedsAsync(area: "RUR", limit: 1, cursor: cursor);
            if (page.Items.Any(one => one.Id == need))
                return true;
            if ((cursor = page.Next) is null)
                return false;
        }
    }

    private static string Seen(long version) => $"\"{version}\"";

    private static async Task<string> RefusedAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            await ask();
            return "let through";
        }
        catch (ApiException<Problem> refused)
        {
            return $"{refused.StatusCode} {refused.Result.Code}";
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (await holds())
                return;
            await Task.Delay(200);
        }

        throw new TimeoutException("It did not come true within two minutes.");
    }
}
