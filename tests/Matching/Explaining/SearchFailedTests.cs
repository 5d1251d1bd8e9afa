using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Matching.Solving;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Explaining;

public sealed class SearchFailedTests
{
    [Fact]
    public async Task A_question_whose_search_dies_is_answered_so_and_the_next_one_is_searched()
    {
        using var solver = new GatedSolver();
        solver.Open();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, World.Small);
        var proposal = await desk.ProposedAsync();
        var other = proposal.Supplier.Code == World.Norheim.Code ? World.Sorvik : World.Norheim;
        var question = new WhatIfPinnedRequest { RunId = proposal.RunId, SupplierCode = other.Code, NeedId = proposal.Need.NeedId };
        solver.Faults.Enqueue(new SolverCrashedException("exit code 134"));

        Assert.Equal("search_failed", await RefusalAsync(desk.Viewer.WhatIfPinnedAsync(question)));
        Assert.Equal("priced", (await desk.Viewer.WhatIfPinnedAsync(question)).Result);
    }
}
