using Kommunebro.Contracts.Needs;
using Kommunebro.Testing;
using Kommunebro.Tests.Notification.Hosting;

namespace Kommunebro.Tests.Notification.Sending;

public sealed class ReplicasTests
{
    [Fact]
    public async Task Three_replicas_send_each_letter_once()
    {
        await using var smtp = await SmtpPeer.StartNewAsync();
        await using var server = await NotificationServer.StartAsync(StartedServer.MailTo(smtp));
        server.AddContact(Places.Vinnytsia.MunicipalityId, "Олена", "olena@vinnytsia.example", "uk");
        var others = new[] { await server.StartReplicaAsync(), await server.StartReplicaAsync() };
        var needs = Enumerable.Range(0, 60).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var need in needs)
            await server.HearAsync(NeedVerified.MessageName, Happenings.Verified(need));

        await Eventually.TrueAsync(() => Task.FromResult(smtp.Messages.Count >= needs.Count), "all letters are sent");
        await server.QuietAsync();
        foreach (var other in others)
            await NotificationServer.StopAppAsync(other);

        Assert.Equal(needs.Count, smtp.Messages.Count);
        Assert.Equal(needs.Count, smtp.Messages.Select(mail => mail.Message.MessageId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(await server.DeliveriesAsync("email"), delivery => Assert.Equal(("delivered", 1), (delivery.Status, delivery.Attempts)));
    }

    [Fact]
    public async Task What_a_killed_sender_held_is_sent_by_another_when_its_lease_ends()
    {
        await using var smtp = await SmtpPeer.StartNewAsync();
        await using var server = await NotificationServer.StartAsync(StartedServer.MailTo(smtp));
        server.AddContact(Places.Bergen.MunicipalityId, "Kari", "kari@bergen.example", "nb");
        await server.HearAsync(
            Contracts.Matching.ProposalChanged.MessageName, Happenings.Proposal(Contracts.Matching.ProposalEvent.ReleasedToSupplier));
        await smtp.WaitForAsync(_ => true, "the letter is sent");
        await server.QuietAsync();
        // As if the sender had died after the mail server took the letter, and before that was stored.
        await server.Database.ScalarAsync<object>(
            $"update deliveries set status = 'waiting', delivered_at = null, lease_until = '{server.Clock.GetUtcNow().AddMinutes(5):O}' where channel = 'email'");

        server.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Single(smtp.Messages);
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        await Eventually.TrueAsync(() => Task.FromResult(smtp.Messages.Count == 2), "the letter is sent again");
        Assert.Single(smtp.Messages.Select(mail => mail.Message.MessageId).Distinct(StringComparer.Ordinal));
    }
}
