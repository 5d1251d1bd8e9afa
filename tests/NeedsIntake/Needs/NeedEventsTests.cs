using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

public sealed class NeedEventsTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Fact]
    public async Task Each_step_that_somebody_must_know_of_is_told_once_by_ids_alone()
    {
        var submitted = await _server.SubmitNeedAsync();
        var revisedAtOnce = await _server.ReviseAsync(submitted, ANeed.InVinnytsia());
        var returned = await _server.ReturnAsync(revisedAtOnce);
        var answered = await _server.ReviseAsync(returned, ANeed.InVinnytsia());
        await _server.RejectAsync(answered);

        var rejected = await _server.Notification.WaitForAsync<NeedRejected>(told => $"{told.NeedId}" == submitted.Id);

        var id = Guid.Parse(submitted.Id);
        var place = Places.Vinnytsia.MunicipalityId;
        Assert.Equal(new NeedRejected(id, 5, place), rejected);
        Assert.Equal([new NeedReturned(id, 3, place)], _server.Notification.Heard<NeedReturned>().Where(told => told.NeedId == id));
        Assert.Equal(
            [new NeedSubmitted(id, 1, place), new NeedSubmitted(id, 4, place)],
            _server.Notification.Heard<NeedSubmitted>().Where(told => told.NeedId == id));
        Assert.DoesNotContain(_server.Matching.Heard<object>(), told => told is NeedSubmitted or NeedReturned or NeedRejected);
    }

    [Fact]
    public async Task A_refused_step_is_told_to_nobody()
    {
        var need = await _server.SubmitNeedAsync();
        await _server.RejectAsync(need);
        await _server.ReturnAsync(need);
        await _server.RejectAsync(await _server.GetNeedAsync(need.Id));
        await _server.SubmitAsync(ANeed.InVinnytsia().With("urgency", "9"));

        await Until.TrueAsync(async () => await _server.Database.ScalarAsync<long>("select count(*) from outbox") == 0);

        Assert.Single(_server.Notification.Heard<NeedRejected>(), told => $"{told.NeedId}" == need.Id);
        Assert.DoesNotContain(_server.Notification.Heard<NeedReturned>(), told => $"{told.NeedId}" == need.Id);
    }
}
