using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Explaining;

/// <summary>Two suppliers and needs for one of them: who lost, what the other way would cost, and what the next run has different.</summary>
public sealed class ChangedRunTests
{
    private static readonly NeedVerified First = World.NeedOf(World.Zelena);
    private static readonly NeedVerified Urgent = World.NeedOf(World.Vyshneva, 2) with { Urgency = 4 };

    /// <summary>Norheim alone has an offer, and room for one partnership.</summary>
    private static IReadOnlyList<object> Tight =>
    [
        World.Water, World.Norheim, World.Sorvik, World.Zelena, World.Vyshneva,
        World.OfferOf(World.Norheim) with { MaxPartnerships = 1 }, First, Urgent,
    ];

    [Fact]
    public async Task What_a_pair_lost_to_is_told_and_what_it_would_displace()
    {
        await using var desk = await Desk.OpenAsync(Tight);
        var run = await RunAsync(desk);

        var why = await desk.Viewer.WhyNotAsync(new WhyNotRequest { RunId = run, SupplierCode = World.Norheim.Code, NeedId = $"{First.NeedId}" });
        Assert.Equal(("obstacle", "partnerships", false), (why.Kind, why.Obstacle, why.InputsChanged));
        Assert.Equal($"{Urgent.NeedId}", Assert.Single(why.HeldBy).Need.NeedId);
        Assert.Contains("Norheim already has 1 partnership and takes no more", Assert.Single(why.Reasons), StringComparison.Ordinal);

        var cost = await desk.Viewer.WhatIfPinnedAsync(
            new WhatIfPinnedRequest { RunId = run, SupplierCode = World.Norheim.Code, NeedId = $"{First.NeedId}" });
        Assert.Equal(("priced", true, false, 4), (cost.Result, cost.Proven, cost.InputsChanged, cost.Quarters));
        var gone = Assert.Single(cost.Changes);
        Assert.Equal(($"{Urgent.NeedId}", 4, 0), (gone.Need.NeedId, gone.Before, gone.After));
        var value = cost.Stages.Single(stage => stage.Stage == "value");
        var stored = (await desk.Server.GetPlanAsync(Guid.Parse(run))).Body["stages"]!.AsArray();
        Assert.Equal((long)stored.Single(stage => (string?)stage!["stage"] == "value")!["reached"]!, value.Before);
        Assert.True(value.After < value.Before);
    }

    [Fact]
    public async Task What_would_be_displaced_is_masked_and_counted()
    {
        await using var desk = await Desk.OpenAsync([.. Tight, Urgent with { Version = 3, Sensitivity = Sensitivity.Restricted }]);
        var ask = new WhatIfPinnedRequest { RunId = await RunAsync(desk), SupplierCode = World.Norheim.Code, NeedId = $"{First.NeedId}" };

        Assert.Single((await desk.Auc.WhatIfPinnedAsync(ask)).Changes);
        var told = await desk.Viewer.WhatIfPinnedAsync(ask);
        Assert.Equal((0, 1), (told.Changes.Count, told.Masked));
        var why = await desk.Viewer.WhyNotAsync(new WhyNotRequest { RunId = ask.RunId, SupplierCode = ask.SupplierCode, NeedId = ask.NeedId });
        Assert.Equal((0, 1), (why.HeldBy.Count, why.Masked));
    }

    [Fact]
    public async Task An_answer_about_other_data_than_the_runs_says_so()
    {
        await using var desk = await Desk.OpenAsync(Tight);
        var run = await RunAsync(desk);
        await desk.Server.HearAsync(World.OfferOf(World.Sorvik));

        var why = await desk.Ks.WhyNotAsync(new WhyNotRequest { RunId = run, SupplierCode = World.Sorvik.Code, NeedId = $"{First.NeedId}" });
        Assert.True(why.InputsChanged);
        var cost = await desk.Ks.WhatIfPinnedAsync(
            new WhatIfPinnedRequest { RunId = run, SupplierCode = World.Sorvik.Code, NeedId = $"{First.NeedId}" });
        Assert.Equal(("priced", true, 0), (cost.Result, cost.InputsChanged, cost.Changes.Count));
    }

    [Fact]
    public async Task Who_has_no_offer_and_what_is_given_away_have_an_answer_too()
    {
        await using var desk = await Desk.OpenAsync(Tight);
        var run = await RunAsync(desk);
        Assert.Equal("no_offer", (await desk.Ks.WhyNotAsync(
            new WhyNotRequest { RunId = run, SupplierCode = World.Sorvik.Code, NeedId = $"{First.NeedId}" })).Kind);
        await desk.Server.HearAsync(new NeedWithdrawn(Urgent.NeedId, 9, Urgent.MunicipalityId));

        var gone = await desk.Ks.WhyNotAsync(new WhyNotRequest { RunId = run, SupplierCode = World.Sorvik.Code, NeedId = $"{Urgent.NeedId}" });
        Assert.Equal(("need_gone", 2), (gone.Kind, gone.Reasons.Count));
        Assert.StartsWith("In the plan Norheim takes 4 of 4 parts", gone.Reasons[0], StringComparison.Ordinal);
        Assert.Equal("in_plan", (await desk.Ks.WhyNotAsync(
            new WhyNotRequest { RunId = run, SupplierCode = World.Norheim.Code, NeedId = $"{Urgent.NeedId}" })).Kind);
        Assert.Equal("need_taken", await RefusalAsync(desk.Ks.WhatIfPinnedAsync(
            new WhatIfPinnedRequest { RunId = run, SupplierCode = World.Norheim.Code, NeedId = $"{Urgent.NeedId}" })));
        Assert.Equal("offer_not_available", await RefusalAsync(desk.Ks.WhatIfPinnedAsync(
            new WhatIfPinnedRequest { RunId = run, SupplierCode = World.Sorvik.Code, NeedId = $"{First.NeedId}" })));
    }

    [Fact]
    public async Task Two_runs_are_told_beside_each_other()
    {
        await using var desk = await Desk.OpenAsync(Tight);
        var before = await RunAsync(desk);
        await desk.Server.HearAsync(World.OfferOf(World.Sorvik));
        var after = await RunAsync(desk);

        var diff = (await desk.Server.GetAsync($"matching-runs/{after}/diff?with={before}&lang=en")).Expect(HttpStatusCode.OK).Body;
        Assert.Equal($"{First.NeedId}", (string?)Assert.Single(diff["gained"]!.AsArray())!["id"]);
        Assert.Empty(diff["lost"]!.AsArray());
        Assert.Equal((2, 1), ((int)diff["this"]!["totals"]!["matched"]!, (int)diff["other"]!["totals"]!["matched"]!));
        Assert.True((long)diff["this"]!["figures"]!["value"]! > (long)diff["other"]!["figures"]!["value"]!);
        Assert.True((long)diff["this"]!["score"]! > (long)diff["other"]!["score"]!);
        var told = diff["onlyInThis"]!.AsArray().Count - diff["onlyInOther"]!.AsArray().Count;
        Assert.Equal(1, told);

        var back = await desk.Viewer.DiffRunsAsync(new DiffRunsRequest { RunId = before, OtherRunId = after });
        Assert.Equal($"{First.NeedId}", Assert.Single(back.Lost).NeedId);
        Assert.Equal((after, 2), (back.Other.RunId, back.Other.Matched));
        Assert.Equal((long)diff["this"]!["figures"]!["value"]!, back.Other.Figures.Value);
        Assert.Equal(back.Other.Figures.Value, (await desk.Viewer.GetFiguresAsync(new GetRunRequest { RunId = after })).Value);
        var same = await desk.Viewer.DiffRunsAsync(new DiffRunsRequest { RunId = before, OtherRunId = before });
        Assert.Empty(same.OnlyInThis.Concat(same.OnlyInOther).Concat(same.Resized));
    }

    [Fact]
    public async Task A_comparison_leaves_out_restricted_needs_and_counts_them()
    {
        await using var desk = await Desk.OpenAsync([.. Tight, First with { Version = 3, Sensitivity = Sensitivity.Restricted }]);
        var before = await RunAsync(desk);
        await desk.Server.HearAsync(World.OfferOf(World.Sorvik));
        var ask = new DiffRunsRequest { RunId = await RunAsync(desk), OtherRunId = before };

        var (all, told) = (await desk.Ks.DiffRunsAsync(ask), await desk.Viewer.DiffRunsAsync(ask));
        Assert.Equal($"{First.NeedId}", Assert.Single(all.Gained).NeedId);
        Assert.Empty(told.Gained);
        Assert.DoesNotContain($"{First.NeedId}", told.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, told.Masked);
    }

    [Fact]
    public async Task A_run_that_is_unknown_or_not_completed_is_refused()
    {
        await using var desk = await Desk.OpenAsync(World.Water, World.Norheim);
        var run = await RunAsync(desk);
        Assert.Equal("unknown_run", await RefusalAsync(desk.Ks.GetFiguresAsync(new GetRunRequest { RunId = "nonsense" })));
        Assert.Equal("unknown_run", await RefusalAsync(desk.Ks.DiffRunsAsync(new DiffRunsRequest { RunId = run, OtherRunId = $"{Guid.CreateVersion7()}" })));
        (await desk.Server.GetAsync($"matching-runs/{run}/diff")).ExpectProblem(HttpStatusCode.BadRequest, "missing_field");
        await desk.Server.Database.ScalarAsync<int>($"update matching_runs set plan = plan - 'figures' where id = '{run}'");
        Assert.Equal("no_figures", await RefusalAsync(desk.Ks.GetFiguresAsync(new GetRunRequest { RunId = run })));
        Assert.Null((await desk.Ks.DiffRunsAsync(new DiffRunsRequest { RunId = run, OtherRunId = run })).This.Figures);
    }

    private static async Task<string> RunAsync(Desk desk) => (string)(await desk.Server.CompleteRunAsync())["id"]!;
}
