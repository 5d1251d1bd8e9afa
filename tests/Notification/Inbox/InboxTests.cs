using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Notification.V1;
using Kommunebro.Tests.Notification.Hosting;

namespace Kommunebro.Tests.Notification.Inbox;

public sealed class InboxTests : IAsyncLifetime
{
    private NotificationServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await NotificationServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Reading_is_marked_for_one_person_alone_and_for_good()
    {
        var (first, second) = (_server.Issuer.Staff(StaffRole.AucCoordinator), _server.Issuer.Staff(StaffRole.AucCoordinator));
        await SubmitAsync(3);
        var rows = await RowsAsync(first);
        Assert.Equal(2, (await _server.Grpc.MarkReadAsync(new MarkReadRequest { ItemIds = { rows[0].ItemId } }, NotificationServer.As(first))).Unread);
        Assert.Equal(2, (await _server.Grpc.MarkReadAsync(new MarkReadRequest { ItemIds = { rows[0].ItemId } }, NotificationServer.As(first))).Unread);

        Assert.Equal([true, false, false], (await RowsAsync(first)).Select(row => row.Read));
        Assert.Equal(rows.Skip(1).Select(row => row.ItemId), (await RowsAsync(first, unreadOnly: true)).Select(row => row.ItemId));
        Assert.Equal(3, (await _server.Grpc.CountUnreadAsync(new CountUnreadRequest(), NotificationServer.As(second))).Unread);
        Assert.Equal(0, (await _server.Grpc.MarkReadAsync(new MarkReadRequest(), NotificationServer.As(second))).Unread);
        Assert.Equal(2, (await _server.Grpc.CountUnreadAsync(new CountUnreadRequest(), NotificationServer.As(first))).Unread);
    }

    [Fact]
    public async Task Who_holds_two_roles_sees_an_item_for_both_once_and_a_viewer_sees_none()
    {
        await _server.HearAsync(
            PartnershipChanged.MessageName, Happenings.Partnership(PartnershipEvent.Started, PartnershipStage.FirstTalk));

        Assert.Single(await RowsAsync(_server.Issuer.Staff(StaffRole.KsCoordinator, StaffRole.AucCoordinator)));
        Assert.Empty(await RowsAsync(_server.Issuer.Staff(StaffRole.Viewer)));
    }

    [Fact]
    public async Task The_person_who_asked_for_a_run_hears_of_it_whatever_role_it_has()
    {
        var account = Guid.CreateVersion7();
        await _server.HearAsync(RunCompleted.MessageName, new RunCompleted(Guid.CreateVersion7(), $"staff:{account}", 1, 0));

        Assert.Single(await RowsAsync(_server.Issuer.Staff(account, StaffRole.Viewer)));
        Assert.Empty(await RowsAsync(_server.Issuer.Staff(StaffRole.Viewer)));
    }

    [Fact]
    public async Task The_newest_come_first_in_pages_in_the_readers_language()
    {
        await SubmitAsync(23);
        var token = _server.Issuer.Staff(StaffRole.AucCoordinator);
        var first = await _server.Grpc.FindInboxAsync(new FindInboxRequest(), NotificationServer.As(token, "nn-NO"));
        var second = await _server.Grpc.FindInboxAsync(new FindInboxRequest { Page = 2, PageSize = 20 }, NotificationServer.As(token, "uk"));

        Assert.Equal((20, 23, 23), (first.Rows.Count, first.Total, first.Unread));
        Assert.Equal("Nytt behov fra Vinnytska", first.Rows[0].Title);
        Assert.Equal(3, second.Rows.Count);
        Assert.All(second.Rows, row => Assert.Equal("Нова потреба: громада «Вінницька»", row.Title));
        var times = first.Rows.Concat(second.Rows).Select(row => DateTimeOffset.Parse(row.At, null)).ToList();
        Assert.Equal(times.OrderDescending(), times);
    }

    [Fact]
    public async Task What_is_not_this_persons_cannot_be_marked_and_bad_requests_are_told_by_field()
    {
        await SubmitAsync(1);
        var item = Assert.Single(await RowsAsync(_server.Issuer.Staff(StaffRole.AucCoordinator)));
        var other = NotificationServer.As(_server.Issuer.Staff(StaffRole.KsCoordinator));

        await RefusedAsync(StatusCode.NotFound, () => _server.Grpc.MarkReadAsync(new MarkReadRequest { ItemIds = { item.ItemId } }, other));
        await RefusedAsync(StatusCode.InvalidArgument, () => _server.Grpc.MarkReadAsync(new MarkReadRequest { ItemIds = { "x" } }, other));
        await RefusedAsync(StatusCode.InvalidArgument, () => _server.Grpc.FindInboxAsync(new FindInboxRequest { PageSize = 7 }, other));
        await RefusedAsync(StatusCode.InvalidArgument, () => _server.Grpc.FindDeliveriesAsync(new FindDeliveriesRequest { Status = "lost" }, other));
        await RefusedAsync(StatusCode.InvalidArgument, () => _server.Grpc.FindDeliveriesAsync(new FindDeliveriesRequest { Channel = "pigeon" }, other));
    }

    [Fact]
    public async Task Strangers_partners_and_services_see_no_inbox_and_viewers_no_deliveries()
    {
        await RefusedAsync(StatusCode.Unauthenticated, () => _server.Grpc.FindInboxAsync(new FindInboxRequest()));
        foreach (var token in new[] { _server.Issuer.Partner(Guid.CreateVersion7(), AccessPolicies.WebhooksManage), _server.Issuer.Service(AccessPolicies.StaffRead) })
            await RefusedAsync(StatusCode.PermissionDenied, () => _server.Grpc.FindInboxAsync(new FindInboxRequest(), NotificationServer.As(token)));
        await RefusedAsync(StatusCode.PermissionDenied, () => _server.Grpc.FindDeliveriesAsync(
            new FindDeliveriesRequest(), NotificationServer.As(_server.Issuer.Staff(StaffRole.Viewer))));
    }

    private static async Task RefusedAsync<T>(StatusCode code, Func<AsyncUnaryCall<T>> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call());
        Assert.Equal(code, refused.StatusCode);
    }

    private async Task SubmitAsync(int needs)
    {
        for (var i = 0; i < needs; i++)
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(1));
            await _server.HearAsync(NeedSubmitted.MessageName, new NeedSubmitted(Guid.CreateVersion7(), 1, Places.Vinnytsia.MunicipalityId));
        }
    }

    private async Task<IReadOnlyList<InboxItem>> RowsAsync(string token, bool unreadOnly = false) =>
        (await _server.Grpc.FindInboxAsync(new FindInboxRequest { PageSize = 100, UnreadOnly = unreadOnly }, NotificationServer.As(token))).Rows;
}
