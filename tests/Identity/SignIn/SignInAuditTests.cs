using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.SignIn;

/// <summary>Who signed in, and who was refused, stands in the audit and in the log, and nothing of the person but its id.</summary>
public sealed class SignInAuditTests : IAsyncLifetime
{
    private const string Wrong = "a wrong password that nobody keeps";

    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_sign_in_is_noted_as_the_persons_own_deed()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);

        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(account.Email, IdentityServer.Password));

        Assert.Equal([$$"""staff:{{account.Id}} account.sign-in {{account.Id}} {"method": "password"}"""], await RowsAsync());
        Assert.Single(Lines($"Account {account.Id} signed in"));
    }

    [Fact]
    public async Task A_refusal_is_noted_with_its_reason()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        await TryAsync(account.Email, Wrong);
        await _server.CommandAsync("accounts", "deactivate", account.Email);
        await TryAsync(account.Email, IdentityServer.Password);

        Assert.Equal(
            [
                $$"""anonymous account.sign-in-refused {{account.Id}} {"reason": "wrong_password"}""",
                $$"""anonymous account.sign-in-refused {{account.Id}} {"reason": "inactive"}""",
            ],
            await RowsAsync());
        Assert.Equal(2, Lines($"Account {account.Id} was refused to sign in").Count);
    }

    [Fact]
    public async Task Of_an_unknown_account_not_even_what_was_typed_is_kept()
    {
        await TryAsync("stranger@example.com", Wrong);
        await TryAsync("a password in the wrong field", Wrong);

        Assert.Equal(
            Enumerable.Repeat("""anonymous account.sign-in-refused unknown {"reason": "unknown_account"}""", 2), await RowsAsync());
        Assert.Equal(2, Lines("Account unknown was refused to sign in").Count);
        await NothingIsKeptAsync("stranger@example.com", "a password in the wrong field", Wrong);
    }

    [Fact]
    public async Task The_lock_and_each_try_behind_it_are_noted()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        for (var i = 0; i < 6; i++)
            await TryAsync(account.Email, Wrong);

        var rows = await RowsAsync();

        Assert.Equal(5, rows.Count(row => row.EndsWith("""{"reason": "wrong_password"}""", StringComparison.Ordinal)));
        Assert.Equal($$"""anonymous account.lock {{account.Id}} {"minutes": 15}""", rows[5]);
        Assert.Equal($$"""anonymous account.sign-in-refused {{account.Id}} {"reason": "locked"}""", rows[6]);
        Assert.Single(Lines($"Account {account.Id} is locked"));
        await NothingIsKeptAsync(account.Email, account.Name, Wrong);
    }

    private async Task<HttpStatusCode> TryAsync(string email, string password)
    {
        using var browser = new Browser(_server);
        return (await browser.SubmitAsync("/connect/sign-in", ("email", email), ("password", password))).Status;
    }

    private async Task<IReadOnlyList<string>> RowsAsync() => (await _server.Database.ScalarAsync<string>(
        """
        select string_agg(who || ' ' || action || ' ' || subject_id || ' ' || coalesce(after::text, ''), e'\n' order by id)
        from audit where action like 'account.sign-in%' or action = 'account.lock'
        """))!.Split('\n');

    private List<string> Lines(string begin) =>
        [.. _server.Logs.Text.Split('\n').Where(line => line.StartsWith(begin, StringComparison.Ordinal))];

    private async Task NothingIsKeptAsync(params string[] values)
    {
        foreach (var value in values)
        {
            Assert.DoesNotContain(value, _server.Logs.Text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(0, await _server.Database.ScalarAsync<long>($"select count(*) from audit as row where row::text ilike '%{value}%'"));
        }
    }
}
