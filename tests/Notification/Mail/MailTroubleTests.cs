using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Testing;
using Kommunebro.Tests.Notification.Hosting;
using MimeKit;

namespace Kommunebro.Tests.Notification.Mail;

public sealed class MailTroubleTests
{
    [Fact]
    public async Task Nothing_is_lost_while_the_mail_server_is_down_for_days()
    {
        await using var smtp = SmtpPeer.Stopped();
        await using var server = await ServerAsync(smtp, "olena@vinnytsia.example");
        var needs = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var need in needs)
            await server.HearAsync(NeedVerified.MessageName, Happenings.Verified(need));

        for (var hours = 0; hours < 72; hours += 4)
        {
            await server.QuietAsync();
            Assert.All(await server.DeliveriesAsync(), delivery => Assert.Equal("waiting", delivery.Status));
            server.Clock.Advance(TimeSpan.FromHours(4));
        }

        await server.QuietAsync();
        Assert.All(await server.DeliveriesAsync("email"), delivery => Assert.Equal("smtp_unreachable", delivery.LastError));
        await smtp.StartAsync();
        server.Clock.Advance(TimeSpan.FromHours(4));
        await Eventually.TrueAsync(async () => (await server.DeliveriesAsync("email", "delivered")).Count == needs.Count, "all are sent");

        Assert.Equal(needs.Count, smtp.Messages.Count);
        Assert.All(needs, need => Assert.Single(smtp.Messages, mail => mail.Text.Contains($"{need}", StringComparison.Ordinal)));
        Assert.Equal(needs.Count, smtp.Messages.Select(mail => mail.Message.MessageId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task After_five_days_without_a_mail_server_people_hear_of_it()
    {
        await using var smtp = SmtpPeer.Stopped();
        await using var server = await ServerAsync(smtp, "olena@vinnytsia.example");
        var need = Guid.CreateVersion7();
        await server.HearAsync(NeedVerified.MessageName, Happenings.Verified(need));
        await server.QuietAsync();

        server.Clock.Advance(TimeSpan.FromDays(5));
        await server.DeliveryAsync(delivery => delivery is { Channel: "email", Status: "failed" }, "the e-mail is given up");

        var item = Assert.Single(await server.InboxOfAsync(StaffRole.AucCoordinator), item => item.Kind == "delivery_failed");
        Assert.Equal(("need", $"{need}", "An e-mail did not arrive: Vinnytsia"), (item.SubjectType, item.SubjectId, item.Title));
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_fails_at_once_and_people_hear_of_it_without_the_address()
    {
        await using var smtp = await SmtpPeer.StartNewAsync();
        await using var server = await ServerAsync(smtp, "unknown.person@vinnytsia.example", "olena@vinnytsia.example");
        await server.HearAsync(NeedVerified.MessageName, Happenings.Verified());

        var failed = await server.DeliveryAsync(delivery => delivery.Status == "failed", "one e-mail fails");
        Assert.Equal((1, "smtp_550", ""), (failed.Attempts, failed.LastError, failed.NextAttemptAt));
        await smtp.WaitForAsync(mail => mail.To == "olena@vinnytsia.example", "the other contact is written to");
        Assert.Single(await server.InboxOfAsync(StaffRole.KsCoordinator), item => item.Kind == "delivery_failed");
    }

    [Fact]
    public async Task An_address_that_is_refused_for_now_is_tried_again_later()
    {
        await using var smtp = await SmtpPeer.StartNewAsync();
        await using var server = await ServerAsync(smtp, "busy@vinnytsia.example");
        await server.HearAsync(NeedVerified.MessageName, Happenings.Verified());
        await server.DeliveryAsync(delivery => delivery is { Status: "waiting", Attempts: 1, LastError: "smtp_451" }, "the first attempt");

        server.Clock.Advance(TimeSpan.FromMinutes(1));
        await server.DeliveryAsync(delivery => delivery is { Status: "waiting", Attempts: 2, LastError: "smtp_451" }, "the second attempt");
    }

    [Fact]
    public async Task A_municipality_without_contacts_is_never_silently_left_out()
    {
        await using var smtp = await SmtpPeer.StartNewAsync();
        await using var server = await ServerAsync(smtp);
        var proposal = Happenings.Proposal(ProposalEvent.ReleasedToSupplier);
        await server.HearAsync(ProposalChanged.MessageName, proposal);
        await server.DeliveryAsync(delivery => delivery is { Status: "failed", LastError: "no_contact" }, "the e-mail has nobody to go to");

        foreach (var role in new[] { StaffRole.KsCoordinator, StaffRole.AucCoordinator })
        {
            var item = Assert.Single(await server.InboxOfAsync(role), item => item.Kind == "no_contact");
            Assert.Equal(("No contact: Bergen", $"{proposal.ProposalId}"), (item.Title, item.SubjectId));
        }

        Assert.DoesNotContain(await server.InboxOfAsync(StaffRole.Administrator), item => item.Kind == "no_contact");
    }

    [Fact]
    public async Task While_registry_is_away_the_letter_waits()
    {
        await using var smtp = await SmtpPeer.StartNewAsync();
        await using var server = await NotificationServer.StartAsync(StartedServer.MailTo(smtp), neighboursRun: false);
        server.AddContact(Places.Vinnytsia.MunicipalityId, "Олена", "olena@vinnytsia.example", "uk");
        await server.HearAsync(NeedVerified.MessageName, Happenings.Verified());
        await server.DeliveryAsync(delivery => delivery is { Channel: "email", LastError: "grpc_unavailable" }, "registry is away");

        await server.StartNeighboursAsync();
        await Eventually.TrueAsync(
            async () =>
            {
                // The circuit of the client may be open still, so the first attempts may fail, too.
                if (await server.IsQuietAsync())
                    server.Clock.Advance(TimeSpan.FromMinutes(4));
                return smtp.Messages.Count == 1;
            },
            "the letter goes out");
    }

    [Fact]
    public async Task A_wrong_password_at_the_mail_server_is_no_fault_of_the_letter()
    {
        await using var smtp = await SmtpPeer.StartNewAsync();
        await using var server = await ServerAsync(smtp, "olena@vinnytsia.example");
        await server.RestartAsync(new() { ["Notification:Smtp:User"] = "kommunebro", ["Notification:Smtp:Password"] = "wrong" });
        await server.HearAsync(NeedVerified.MessageName, Happenings.Verified());
        await server.DeliveryAsync(delivery => delivery is { Status: "waiting", LastError: "smtp_sign_in_refused" }, "sign-in is refused");

        await server.RestartAsync(new() { ["Notification:Smtp:Password"] = "right" });
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("kommunebro", (await smtp.WaitForAsync(_ => true, "the letter goes out")).User);
    }

    [Fact]
    public async Task Without_a_mail_server_letters_lie_in_the_folder()
    {
        var folder = Path.Combine(TemporaryFolder.Create("mail"), "outgoing");
        await using var server = await NotificationServer.StartAsync(new() { ["Notification:Mail:Folder"] = folder });
        server.AddContact(Places.Vinnytsia.MunicipalityId, "Олена", "olena@vinnytsia.example", "uk");
        await server.HearAsync(NeedVerified.MessageName, Happenings.Verified());
        await server.DeliveryAsync(delivery => delivery is { Channel: "email", Status: "delivered" }, "the letter is written");

        var message = await MimeMessage.LoadAsync(Assert.Single(System.IO.Directory.GetFiles(folder)));
        Assert.Equal("olena@vinnytsia.example", message.To.Mailboxes.Single().Address);
        Assert.Equal("uk", message.Body?.Headers[HeaderId.ContentLanguage]);
    }

    [Fact]
    public async Task No_name_and_no_address_is_stored()
    {
        await using var smtp = await SmtpPeer.StartNewAsync();
        await using var server = await ServerAsync(smtp, "olena@vinnytsia.example", "unknown@vinnytsia.example");
        server.AddStaff("Taras", "taras@auc.example", "uk", StaffRole.AucCoordinator);
        server.AddContact(Places.Bergen.MunicipalityId, "Kari", "kari@bergen.example", "nb");
        await server.HearAsync(NeedSubmitted.MessageName, new NeedSubmitted(Happenings.Need, 1, Places.Vinnytsia.MunicipalityId));
        await server.HearAsync(ProposalChanged.MessageName, Happenings.Proposal(ProposalEvent.ReleasedToSupplier));
        await server.HearAsync(ProposalChanged.MessageName, Happenings.Proposal(ProposalEvent.AcceptedByHromada));
        await smtp.WaitForAsync(mail => mail.To == "olena@vinnytsia.example", "the letter to the hromada");
        await server.QuietAsync();

        foreach (var table in new[] { "deliveries", "inbox_items", "audit", "inbox", "webhooks" })
        {
            var stored = await server.Database.ScalarAsync<string>($"select coalesce(string_agg(t::text, ' '), '') from {table} t");
            foreach (var personal in new[] { "@vinnytsia", "@bergen", "@auc", "Олена", "Kari", "Taras", "token-" })
                Assert.DoesNotContain(personal, stored, StringComparison.Ordinal);
        }
    }

    private static async Task<NotificationServer> ServerAsync(SmtpPeer smtp, params string[] contacts)
    {
        var server = await NotificationServer.StartAsync(StartedServer.MailTo(smtp));
        foreach (var contact in contacts)
            server.AddContact(Places.Vinnytsia.MunicipalityId, "Олена", contact, "uk");
        return server;
    }
}
