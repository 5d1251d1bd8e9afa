using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity;

/// <summary>What must not be written down is not.</summary>
public sealed class SecretsTests
{
    [Fact]
    public async Task No_secret_and_no_personal_value_reaches_the_log()
    {
        await using var server = await IdentityServer.StartAsync();
        var account = await server.AddStaffAsync(StaffRole.Administrator);
        using var browser = new Browser(server);
        var wrong = "a wrong password that nobody logs";
        await browser.SubmitAsync("/connect/sign-in", ("email", account.Email), ("password", wrong));
        var back = await browser.SignInAsync(account.Email, IdentityServer.Password);
        var tokens = (await browser.RedeemAsync(back.Carried("code")!)).Expect(HttpStatusCode.OK);
        var renewed = (await browser.RefreshAsync(tokens.Text("refresh_token"))).Expect(HttpStatusCode.OK);
        var created = await server.PostAsync("accounts", new { email = "new@example.org", name = "Somebody New", language = "nb", roles = new[] { "viewer" } });
        var organisation = await server.AddOrganisationAsync("0301");
        var client = await server.AddClientAsync(organisation.Id, AccessPolicies.NeedsRead);
        await server.ClientTokenAsync(client.Client.ClientId, client.Secret!);
        await server.ClientTokenAsync(client.Client.ClientId, "a guessed secret");

        var log = server.Logs.Text;

        Assert.NotEmpty(log);
        foreach (var secret in (string[])[
            IdentityServer.Password, wrong, created.Text("password"), client.Secret!, "a guessed secret", IdentityServer.SecretOf("admin"),
            back.Carried("code")!, tokens.Text("access_token"), tokens.Text("refresh_token"), renewed.Text("refresh_token"),
            "new@example.org", "Somebody New", account.Email])
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
        foreach (var table in (string[])["audit", "outbox", "idempotency_keys"])
            Assert.Equal(0, await server.Database.ScalarAsync<long>(
                $"select count(*) from {table} as row where row::text ~* '(example.org|Somebody New|{client.Secret!}|{created.Text("password")})'"));
    }
}
