using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>A partner's need, two keys, two yeses, a partnership: the same journey in both shapes of the platform.</summary>
public sealed class PartnerJourneyTests
{
    [Fact]
    public async Task A_need_becomes_a_partnership_across_separate_processes()
    {
        await using var platform = await SeparateProcesses.StartAsync();
        using var journey = new PartnerJourney(platform);

        await journey.WalkAsync();
    }

    [Fact]
    public async Task A_need_becomes_a_partnership_in_one_process()
    {
        await using var platform = await OneProcess.StartAsync(TemporaryFolder.Create("partners"));
        using var journey = new PartnerJourney(platform);

        await journey.WalkAsync();
    }
}
