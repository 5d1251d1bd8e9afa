using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;
using Kommunebro.Tests.Identity.SecondFactor;

namespace Kommunebro.Tests.Identity.SignIn;

/// <summary>Whoever guesses cannot fill the audit.</summary>
public sealed class GuessBudgetTests : IAsyncLifetime
{
    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Of_many_guesses_at_clients_sixty_rows_stay_and_one_that_says_so()
    {
        for (var i = 0; i < 70; i++)
            await _server.ClientTokenAsync($"partner-guess{i}", "a guess");
        await _server.ClientTokenAsync("matching", "a guess");

        Assert.Equal(61, await RowsAsync("action = 'client.token-refused' and subject_id = 'unknown'"));
        Assert.Equal(1, await RowsAsync("""action = 'client.token-refused' and after @> '{"moreAreWithheld": true}'"""));
        Assert.Equal(1, await RowsAsync("action = 'client.token-refused' and subject_id = 'matching'"));
        Assert.Equal(70, _server.Logs.Text.Split("Client unknown was refused").Length - 1);
    }

    [Fact]
    public async Task Of_many_guesses_at_accounts_too()
    {
        using var browser = new Browser(_server);
        for (var i = 0; i < 64; i++)
            await browser.SubmitAsync("/connect/sign-in", ("email", $"guess{i}@example.org"), ("password", "a guess"));

        Assert.Equal(61, await RowsAsync("action = 'account.sign-in-refused'"));
        Assert.Equal(1, await RowsAsync("""after @> '{"moreAreWithheld": true}'"""));
    }

    [Fact]
    public async Task Whoever_knows_a_password_and_no_code_cannot_fill_it_either()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        await browser.SignInAsync(account.Email, IdentityServer.Password);
        await Authenticator.EnrolAsync(browser, "/connect/second-factor/enrol");
        for (var i = 0; i < 64; i++)
            await browser.SubmitAsync("/connect/sign-in", ("email", account.Email), ("password", IdentityServer.Password));

        Assert.Equal(61, await RowsAsync("action = 'account.password-accepted'"));
        Assert.Equal(1, await RowsAsync("""action = 'account.password-accepted' and after = '{"moreAreWithheld": true}'"""));
        Assert.Equal(64, _server.Logs.Text.Split("gave its password").Length - 1);
    }

    [Fact]
    public async Task Nor_who_asks_for_letters_to_strangers()
    {
        // Side by side, since each answer takes its time.
        await Task.WhenAll(Enumerable.Range(0, 64).Select(async i =>
        {
            using var browser = new Browser(_server);
            await browser.SubmitAsync("/connect/password/forgotten", ("email", $"guess{i}@example.org"));
        }));

        Assert.Equal(61, await RowsAsync("action = 'account.ask-password-letter'"));
        Assert.Equal(1, await RowsAsync("""action = 'account.ask-password-letter' and after = '{"moreAreWithheld": true}'"""));
    }

    private Task<long> RowsAsync(string condition) => _server.Database.ScalarAsync<long>($"select count(*) from audit where {condition}");
}
