using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Tests.Notification.Hosting;

namespace Kommunebro.Tests.Notification.Events;

/// <summary>Letters by which staff choose passwords.</summary>
public sealed class PasswordLettersTests(StartedServer started) : IClassFixture<StartedServer>
{
    private readonly NotificationServer _server = started.Server;

    [Fact]
    public async Task An_invited_person_alone_gets_a_link_of_its_own()
    {
        var invited = _server.AddStaff("Solveig", "solveig@ks.example", "nb", StaffRole.KsCoordinator);

        await HearAsync(invited.AccountId, invitation: true);

        var mail = await started.Smtp.WaitForAsync(mail => mail.To == "solveig@ks.example", "Solveig is invited");
        await _server.QuietAsync();
        var link = Assert.Single(_server.World.PasswordLinks, link => link.Account == invited.AccountId);
        Assert.True(link.Invitation);
        Assert.Equal("Du er invitert til Kommunebro", mail.Subject);
        Assert.Contains($"\nhttp://issuer.test/connect/password/choose?ticket={link.Token}&lang=nb\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("til og med 31.01.2027", mail.Text, StringComparison.Ordinal);
        Assert.Single(started.Smtp.Messages, one => one.Text.Contains(link.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_forgotten_a_password_is_written_to_in_its_language_and_the_link_is_stored_nowhere()
    {
        var forgetful = _server.AddStaff("Олег", "oleh@auc.example", "uk", StaffRole.AucCoordinator, StaffRole.Administrator);

        await HearAsync(forgetful.AccountId, invitation: false);

        var mail = await started.Smtp.WaitForAsync(mail => mail.To == "oleh@auc.example", "Oleh gets a link");
        await _server.QuietAsync();
        var link = Assert.Single(_server.World.PasswordLinks, link => link.Account == forgetful.AccountId);
        Assert.False(link.Invitation);
        Assert.Equal("Оберіть новий пароль", mail.Subject);
        foreach (var table in (string[])["deliveries", "inbox_items", "outbox", "inbox"])
            Assert.Equal(0, await _server.Database.ScalarAsync<long>($"select count(*) from {table} as row where row::text like '%{link.Token}%'"));
    }

    [Fact]
    public async Task Whatever_role_a_person_holds_when_the_letter_is_written_it_is_reached()
    {
        foreach (var role in StaffRole.All)
            await HearAsync(_server.AddStaff(role, $"{role}@ks.example", "en", role).AccountId, invitation: false);

        foreach (var role in StaffRole.All)
            await started.Smtp.WaitForAsync(mail => mail.To == $"{role}@ks.example", $"a person with the role {role} gets a link");
    }

    [Fact]
    public async Task An_e_mail_that_changes_while_the_letter_is_written_gets_it_and_the_mailbox_of_before_does_not()
    {
        var moved = _server.AddStaff("Astrid", "astrid@before.example", "nb", StaffRole.KsCoordinator);
        _server.World.EmailsAtLink[moved.AccountId] = "astrid@now.example";

        await HearAsync(moved.AccountId, invitation: false);

        await started.Smtp.WaitForAsync(mail => mail.To == "astrid@now.example", "Astrid gets a link where she is now");
        await _server.QuietAsync();
        Assert.DoesNotContain(started.Smtp.Messages, mail => mail.To == "astrid@before.example");
    }

    [Fact]
    public async Task Who_is_gone_meanwhile_gets_none()
    {
        var gone = $"{Guid.CreateVersion7()}";

        await HearAsync(gone, invitation: true);

        await _server.QuietAsync();
        Assert.Equal("failed recipient_gone", await _server.Database.ScalarAsync<string>(
            $"select status || ' ' || last_error from deliveries where subject_id = '{gone}'"));
        Assert.DoesNotContain(_server.World.PasswordLinks, link => link.Account == gone);
    }

    [Fact]
    public async Task A_letter_that_identity_gives_no_link_for_any_more_is_given_up()
    {
        var settled = _server.AddStaff("Ragnhild", "ragnhild@ks.example", "nb", StaffRole.Viewer);
        _server.World.WithoutLink.TryAdd(settled.AccountId, true);

        await HearAsync(settled.AccountId, invitation: true);

        await _server.DeliveryAsync(
            delivery => delivery.SubjectId == settled.AccountId && delivery.Status == "failed" && delivery.LastError == "settled_meanwhile",
            "the letter is given up");
        Assert.DoesNotContain(started.Smtp.Messages, mail => mail.To == "ragnhild@ks.example");
        Assert.DoesNotContain(await _server.InboxOfAsync(StaffRole.Administrator), item => item.SubjectId == settled.AccountId);
    }

    private Task HearAsync(string account, bool invitation) =>
        _server.HearAsync(PasswordLetterAsked.MessageName, new PasswordLetterAsked(Guid.Parse(account), invitation));
}
