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

        await HearAsync(forgetful.AccountId, invitation: false, StaffRole.AucCoordinator, StaffRole.Administrator);

        var mail = await started.Smtp.WaitForAsync(mail => mail.To == "oleh@auc.example", "Oleh gets a link");
        await _server.QuietAsync();
        var link = Assert.Single(_server.World.PasswordLinks, link => link.Account == forgetful.AccountId);
        Assert.False(link.Invitation);
        Assert.Equal("Оберіть новий пароль", mail.Subject);
        foreach (var table in (string[])["deliveries", "inbox_items", "outbox", "inbox"])
            Assert.Equal(0, await _server.Database.ScalarAsync<long>($"select count(*) from {table} as row where row::text like '%{link.Token}%'"));
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

    private Task HearAsync(string account, bool invitation, params string[] roles) => _server.HearAsync(
        PasswordLetterAsked.MessageName,
        new PasswordLetterAsked(Guid.Parse(account), roles.Length > 0 ? roles : [StaffRole.KsCoordinator], invitation));
}
