using System.Net;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

/// <summary>A verification is renewed in time, so that what is open never leaves matching by the calendar.</summary>
public sealed class RenewalTests
{
    [Theory]
    [InlineData("verified")]
    [InlineData("partly_met")]
    public async Task A_verification_may_be_renewed_from_thirty_days_before_its_end_and_the_need_stays_where_it_stands(string status)
    {
        await using var server = await NeedsServer.StartAsync();
        var need = await server.NeedInAsync(status);
        server.Clock.Advance(TimeSpan.FromDays(150) - TimeSpan.FromSeconds(1));
        var early = await server.VerifyAsync(need);
        server.Clock.Advance(TimeSpan.FromSeconds(1));

        var renewed = (await server.VerifyAsync(need)).Expect(HttpStatusCode.OK);
        server.Clock.Advance(TimeSpan.FromDays(31));

        early.ExpectProblem(HttpStatusCode.Conflict, "already_verified");
        Assert.Equal(status, renewed.NeedStatus);
        Assert.Equal(NeedsServer.Start.AddDays(330), DateTimeOffset.Parse(renewed.Text("expiresAt"), null));
        Assert.Equal(need.Id, $"{Assert.Single(await server.SnapshotAsync()).NeedId}");
        await server.Matching.WaitForAsync<NeedVerified>(told => $"{told.NeedId}" == need.Id && told.Version == renewed.Version);
    }
}
