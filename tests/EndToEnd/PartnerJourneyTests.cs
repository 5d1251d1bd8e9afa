using Kommunebro.Testing;
using Kommunebro.Tests.EndToEnd.People;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>A need, two keys, two yeses, a partnership: the same journey in both shapes of the platform.</summary>
public sealed class PartnerJourneyTests
{
    [Fact]
    public async Task A_need_becomes_a_partnership_across_separate_processes()
    {
        await using var platform = await SeparateProcesses.StartAsync();
        await WalkAsync(platform);
    }

    [Fact]
    public async Task A_need_becomes_a_partnership_in_one_process()
    {
        await using var platform = await OneProcess.StartAsync(TemporaryFolder.Create("partners"));
        await WalkAsync(platform);
    }

    private static async Task WalkAsync(IRunningPlatform platform)
    {
        await using var cast = await Cast.GatherAsync(platform);
        var desk = new DeskWork(cast);

        await new PartnerJourney(cast).WalkAsync();
        await desk.ProposeByHandAsync(await desk.JudgeNeedsAsync());
        await desk.RegisterAsync();

        cast.NothingWasBroken();
    }
}
