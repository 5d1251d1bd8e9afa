using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

public sealed class NeedsGrpcTests
{
    [Fact]
    public async Task The_snapshot_says_of_each_verified_need_what_its_event_said()
    {
        await using var server = await NeedsServer.StartAsync();
        // A clock reads finer than the database keeps.
        server.Clock.Advance(TimeSpan.FromTicks(3));
        var full = await server.VerifyAsync(await server.SubmitNeedAsync());
        var thin = await server.VerifyAsync(await server.SubmitNeedAsync(ANeed.Of(Places.Nikopol)
            .With("title", """{"nb":"Vann"}""").With("personDays", "null").With("effortBand", "\"small\"")
            .With("desiredModes", "[]").With("neededBy", "null").With("sensitivity", "\"restricted\"")));
        await server.SubmitNeedAsync();
        await server.ReturnAsync(await server.SubmitNeedAsync());
        await server.RejectAsync(await server.SubmitNeedAsync());
        await server.WithdrawAsync(await server.VerifyAsync(await server.SubmitNeedAsync()));

        var snapshot = await server.SnapshotAsync();

        Assert.Equal(2, snapshot.Count);
        foreach (var verified in new[] { full, thin })
            Assert.Equivalent(
                await server.Matching.WaitForAsync<NeedVerified>(need => $"{need.NeedId}" == verified.Id),
                snapshot.Single(need => $"{need.NeedId}" == verified.Id),
                strict: true);
    }

    [Fact]
    public async Task A_need_whose_verification_has_run_out_is_left_out()
    {
        await using var server = await NeedsServer.StartAsync();
        await server.VerifyAsync(await server.SubmitNeedAsync());

        server.Clock.Advance(TimeSpan.FromDays(180) - TimeSpan.FromSeconds(1));
        var before = await server.SnapshotAsync();
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await server.SnapshotAsync();

        Assert.Single(before);
        Assert.Empty(after);
    }
}
