using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.Accounts;

/// <summary>An operator looks after staff accounts without signing in.</summary>
public sealed class AccountsCommandTests : IAsyncLifetime
{
    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_coordinator_signs_in_with_the_password_that_was_shown_and_chooses_another()
    {
        var made = (await CreateAsync("iryna@example.org", "ks-coordinator, auc-coordinator", "--language", "uk")).Done();

        Assert.Equal("{ks-coordinator,auc-coordinator} uk", await _server.Database.ScalarAsync<string>(
            "select roles::text || ' ' || language from accounts where email = 'iryna@example.org'"));
        using var browser = new Browser(_server);
        var asked = await browser.SignInAsync("iryna@example.org", made.After("shown this once: "));
        Assert.StartsWith("/connect/new-password", asked.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("identity accounts create", await _server.Database.ScalarAsync<string>("select who from audit where action = 'account.create'"));
        Assert.Equal(0, await _server.Database.ScalarAsync<long>(
            $"select count(*) from audit as row where row::text ~* '(iryna|{made.After("shown this once: ")})'"));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_by_field_and_rule()
    {
        (await _server.CommandAsync("accounts", "create", "--email", "no address", "--name", " ", "--role", "boss,viewer,viewer", "--language", "ua")).Refused(
            ("email", "invalid_email"), ("language", "unknown_language"), ("name", "too_short"), ("roles", "stands_twice"), ("roles[0]", "unknown_value"));
        (await _server.CommandAsync("accounts", "create")).Refused(("email", "missing_field"), ("name", "missing_field"), ("roles", "missing_field"));
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from accounts"));
    }

    [Fact]
    public async Task One_account_for_each_email()
    {
        (await CreateAsync("kari@example.org", StaffRole.Viewer)).Done();

        (await CreateAsync("KARI@example.org", StaffRole.Viewer)).Refused(("email", "email_taken"));
    }

    [Fact]
    public async Task An_account_is_deactivated_and_activated_by_its_email_or_id()
    {
        var account = await _server.AddStaffAsync(StaffRole.KsCoordinator);
        using var browser = new Browser(_server);
        await browser.SignInToAdminAsync(account.Email, IdentityServer.Password);

        (await _server.CommandAsync("accounts", "deactivate", account.Email.ToUpperInvariant())).Done();

        Assert.Equal("/connect/sign-in", (await browser.AuthorizeAsync()).Location!.ToString().Split('?')[0]);
        Assert.Equal($"account.deactivate {account.Id}", await _server.Database.ScalarAsync<string>(
            "select action || ' ' || subject_id from audit where who = 'identity accounts deactivate'"));
        (await _server.CommandAsync("accounts", "deactivate", $"{account.Id}")).Refused(("", "already_inactive"));
        (await _server.CommandAsync("accounts", "activate", $"{account.Id}")).Done();
        (await _server.CommandAsync("accounts", "activate", account.Email)).Refused(("", "already_active"));
        using var another = new Browser(_server);
        (await another.SignInToAdminAsync(account.Email, IdentityServer.Password)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_forgot_the_password_gets_a_temporary_one_and_what_was_signed_in_ends()
    {
        var account = await _server.AddStaffAsync(StaffRole.KsCoordinator);
        using var browser = new Browser(_server);
        await browser.SignInToAdminAsync(account.Email, IdentityServer.Password);

        var given = (await _server.CommandAsync("accounts", "password", account.Email)).Done().After("shown this once: ");

        Assert.Equal("/connect/sign-in", (await browser.AuthorizeAsync()).Location!.ToString().Split('?')[0]);
        Assert.StartsWith("/connect/new-password", (await browser.SignInAsync(account.Email, given)).Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("identity accounts password", await _server.Database.ScalarAsync<string>("select who from audit where action = 'account.give-password'"));
        (await _server.CommandAsync("accounts", "password", "nobody@example.org")).Refused(("", "account_not_found"));
    }

    [Fact]
    public async Task Somebody_always_administers()
    {
        var only = await _server.AddStaffAsync(StaffRole.Administrator);

        (await _server.CommandAsync("accounts", "deactivate", only.Email)).Refused(("", "last_administrator"));

        (await CreateAsync("second@example.org", StaffRole.Administrator)).Done();
        (await _server.CommandAsync("accounts", "deactivate", only.Email)).Done();
    }

    [Fact]
    public async Task Who_is_not_there_is_not_found()
    {
        (await _server.CommandAsync("accounts", "deactivate", "nobody@example.org")).Refused(("", "account_not_found"));
        (await _server.CommandAsync("accounts", "activate", $"{Guid.CreateVersion7()}")).Refused(("", "account_not_found"));
    }

    [Fact]
    public async Task The_list_shows_everybody_and_no_secret()
    {
        var made = (await CreateAsync("temporary@example.org", StaffRole.Viewer)).Done();
        // The list is by time, and the clock stands.
        _server.Clock.Advance(TimeSpan.FromSeconds(1));
        var staff = await _server.AddStaffAsync(StaffRole.AucCoordinator, StaffRole.Viewer);
        (await _server.CommandAsync("accounts", "deactivate", staff.Email)).Done();

        var lines = (await _server.CommandAsync("accounts", "list")).Done().Output.Split(Environment.NewLine);

        Assert.EndsWith("  active  temporary@example.org  Somebody  viewer  password still temporary", lines[0], StringComparison.Ordinal);
        Assert.Equal($"{staff.Id}  inactive  {staff.Email}  {staff.Name}  auc-coordinator,viewer", lines[1]);
        Assert.Equal("2 account(s).", lines[2]);
        Assert.DoesNotContain(made.After("shown this once: "), string.Concat(lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("create", "--mail", "x@example.org")]
    [InlineData("create", "--email")]
    [InlineData("create", "--email", "a@example.org", "--email", "b@example.org")]
    [InlineData("create", "--password", "on the command line")]
    [InlineData("deactivate")]
    [InlineData("password", "x@example.org", "given on the command line")]
    [InlineData("list", "everything")]
    [InlineData("delete", "x@example.org")]
    public async Task A_wrong_call_is_told_how_to_call(params string[] args) =>
        (await _server.CommandAsync(["accounts", .. args])).WronglyCalled();

    private Task<CommandRun> CreateAsync(string email, string roles, params string[] more) =>
        _server.CommandAsync(["accounts", "create", "--email", email, "--name", "Somebody", "--role", roles, .. more]);
}
