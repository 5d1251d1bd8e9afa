using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.Notification.Hosting;

namespace Kommunebro.Tests.Notification.Deliveries;

public sealed class DeliveryLogTests
{
    [Fact]
    public async Task Administrators_see_that_a_municipality_was_written_to_and_not_about_what()
    {
        await using var server = await NotificationServer.StartAsync();
        var need = Guid.CreateVersion7();
        await server.HearAsync(NeedVerified.MessageName, Happenings.Verified(need));
        await server.QuietAsync();

        // Whose need it is, is not for administrators to know when it is restricted.
        var seen = Assert.Single(await server.DeliveriesAsync("email", role: StaffRole.Administrator));
        Assert.Equal(("need", "", true), (seen.SubjectType, seen.SubjectId, seen.Recipient.Contains($"{Places.Vinnytsia.MunicipalityId}", StringComparison.Ordinal)));
        Assert.Equal($"{need}", Assert.Single(await server.DeliveriesAsync("email")).SubjectId);
    }
}
