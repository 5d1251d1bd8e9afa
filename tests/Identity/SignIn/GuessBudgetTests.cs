using Kommunebro.Tests.Identity.Hosting;

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

    private Task<long> RowsAsync(string condition) => _server.Database.ScalarAsync<long>($"select count(*) from audit where {condition}");
}
