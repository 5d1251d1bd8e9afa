using Kommunebro.Testing;

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
        await using var journey = await PartnerJourney.BeginAsync(platform);

        await journey.WalkAsync();
        await journey.RegisterAsync();
        await journey.ProposeByHandAsync(await journey.JudgeNeedsAsync());
        journey.NothingWasBroken();
    }
}
