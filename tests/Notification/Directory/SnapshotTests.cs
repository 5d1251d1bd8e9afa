using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Testing;
using Kommunebro.Tests.Notification.Hosting;

namespace Kommunebro.Tests.Notification.Directory;

public sealed class SnapshotTests
{
    [Fact]
    public async Task Municipalities_from_before_notification_listened_are_known_by_registrys_snapshot()
    {
        await using var server = await NotificationServer.StartAsync(neighboursRun: false);
        var old = Places.Bergen with { MunicipalityId = Guid.CreateVersion7(), Names = new LocalizedText("Alta", "Алта", "Alta") };
        server.World.Snapshot.Enqueue(old.ToSnapshot());
        // An older state than the event's changes nothing.
        server.World.Snapshot.Enqueue((Places.Vinnytsia with { Version = 0, Names = old.Names }).ToSnapshot());
        await server.StartNeighboursAsync();
        await Eventually.TrueAsync(
            async () => await server.Database.ScalarAsync<long>("select count(*) from directory_bootstrap") == 1, "the snapshot is read");

        foreach (var municipality in new[] { old, Places.Vinnytsia })
            await server.HearAsync(NeedSubmitted.MessageName, new NeedSubmitted(Guid.CreateVersion7(), 1, municipality.MunicipalityId));
        Assert.Equal(
            ["New need from Alta", "New need from Vinnytsia"],
            (await server.InboxOfAsync(StaffRole.AucCoordinator)).Select(item => item.Title).Order(StringComparer.Ordinal));
    }
}
