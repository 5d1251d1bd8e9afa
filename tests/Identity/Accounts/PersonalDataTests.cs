using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.Accounts;

/// <summary>What is held of a person is told, and erased, when the person asks.</summary>
public sealed class PersonalDataTests(IdentityServerFixture fixture) : IClassFixture<IdentityServerFixture>
{
    private readonly IdentityServer _server = fixture.Server;

    [Fact]
    public async Task An_erased_person_stands_in_no_table_and_no_log()
    {
        var created = (await _server.PostAsync(
            "accounts", new { email = "erase.me@example.org", name = "Erasmus Borte", language = "nb", roles = new[] { StaffRole.Viewer } })).Expect(HttpStatusCode.Created);
        var id = (string)created.Body["account"]!["id"]!;
        using (var browser = new Browser(_server))
            await browser.SignInAsync("erase.me@example.org", created.Text("password"));
        var off = (await _server.PostAsync($"accounts/{id}/deactivate", etag: created.ETag, key: "erase-1")).Expect(HttpStatusCode.OK);

        (await _server.SendAsync(HttpMethod.Delete, $"accounts/{id}", etag: off.ETag)).Expect(HttpStatusCode.NoContent);

        (await _server.GetAsync($"accounts/{id}")).ExpectProblem(HttpStatusCode.NotFound, "account_not_found");
        var tables = (await _server.Database.ScalarAsync<string>(
            "select string_agg(format('%I', tablename), ' ') from pg_tables where schemaname = 'public'"))!.Split(' ');
        Assert.Contains("audit", tables);
        foreach (var value in (string[])["erase.me", "Erasmus Borte"])
        {
            foreach (var table in tables)
                Assert.Equal(0, await _server.Database.ScalarAsync<long>($"select count(*) from {table} as row where row::text ilike '%{value}%'"));
            Assert.Equal(0, await _server.Database.ScalarAsync<long>($"select count(*) from idempotency_keys where convert_from(body, 'UTF8') ilike '%{value}%'"));
            Assert.DoesNotContain(value, _server.Logs.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(1, await _server.Database.ScalarAsync<long>($"select count(*) from audit where action = 'account.erase' and subject_id = '{id}'"));
    }

    [Fact]
    public async Task Nobody_is_erased_by_a_slip()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        var path = $"accounts/{account.Id}";

        (await _server.SendAsync(HttpMethod.Delete, path)).ExpectProblem(HttpStatusCode.PreconditionRequired, "version_required");
        (await _server.SendAsync(HttpMethod.Delete, path, etag: "\"77\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        (await _server.SendAsync(HttpMethod.Delete, path, etag: $"\"{account.Version}\"")).ExpectProblem(HttpStatusCode.Conflict, "still_active");
        (await _server.SendAsync(HttpMethod.Delete, $"accounts/{Guid.CreateVersion7()}", etag: "\"1\"")).ExpectProblem(HttpStatusCode.NotFound, "account_not_found");
        (await _server.CommandAsync("accounts", "erase", account.Email)).Refused(("", "still_active"));
    }

    [Fact]
    public async Task An_operator_tells_what_is_held_and_erases_it()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        await browser.SignInAsync(account.Email, IdentityServer.Password);

        var held = JsonNode.Parse((await _server.CommandAsync("accounts", "export", account.Email)).Done().Output)!;

        Assert.Equal(account.Email, (string?)held["account"]!["email"]);
        Assert.Equal(account.Name, (string?)held["account"]!["name"]);
        Assert.Equal(["account.create", "account.sign-in"], held["audit"]!.AsArray().Select(row => (string)row!["action"]!));
        (await _server.CommandAsync("accounts", "deactivate", account.Email)).Done();
        (await _server.CommandAsync("accounts", "erase", account.Email)).Done();
        (await _server.CommandAsync("accounts", "export", account.Email)).Refused(("", "account_not_found"));
        (await _server.CommandAsync("accounts", "export")).WronglyCalled();
    }
}
