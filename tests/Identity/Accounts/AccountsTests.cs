using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.Accounts;

/// <summary>An administrator looks after the accounts of staff.</summary>
public sealed class AccountsTests : IAsyncLifetime
{
    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_new_account_comes_with_a_password_that_is_told_once()
    {
        var created = (await _server.PostAsync("accounts", New("ola@example.org"))).Expect(HttpStatusCode.Created);

        Assert.Equal("no-store", created.CacheControl);
        Assert.Matches("^([a-z2-9]{5}-){3}[a-z2-9]{5}$", created.Text("password"));
        var id = (string)created.Body["account"]!["id"]!;
        var seen = (await _server.GetAsync($"accounts/{id}")).Expect(HttpStatusCode.OK);
        Assert.Equal("ola@example.org", seen.Text("email"));
        Assert.True((bool)seen.Body["passwordIsTemporary"]!);
        Assert.False(seen.Body.ContainsKey("password"));
        Assert.DoesNotContain(created.Text("password"), seen.Body.ToJsonString(), StringComparison.Ordinal);
        using var browser = new Browser(_server);
        Assert.StartsWith("/connect/new-password", (await browser.SignInAsync("OLA@example.org", created.Text("password"))).Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var answer = await _server.PostAsync("accounts", new { email = "no address", name = "", language = "ua", roles = new[] { "boss", "viewer", "viewer" } });

        answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid_fields");
        Assert.Equal(
            [("email", "invalid_email"), ("language", "unknown_language"), ("name", "too_short"), ("roles", "stands_twice"), ("roles[0]", "unknown_value")],
            answer.Errors.Order());
        (await _server.PostAsync("accounts", "{}")).ExpectProblem(HttpStatusCode.BadRequest, "invalid_fields");
        (await _server.PostAsync("accounts", """{"emial":"x"}""")).ExpectProblem(HttpStatusCode.BadRequest, "unknown_field");
    }

    [Fact]
    public async Task One_account_for_each_email()
    {
        (await _server.PostAsync("accounts", New("kari@example.org"))).Expect(HttpStatusCode.Created);

        (await _server.PostAsync("accounts", New("Kari@Example.org"))).ExpectProblem(HttpStatusCode.Conflict, "email_taken");
        var both = await Task.WhenAll(_server.PostAsync("accounts", New("twin@example.org")), _server.PostAsync("accounts", New("twin@example.org")));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], both.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task A_change_demands_the_version_that_was_seen()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);

        (await _server.SendAsync(HttpMethod.Put, $"accounts/{account.Id}", New(account.Email))).ExpectProblem(HttpStatusCode.PreconditionRequired, "version_required");
        (await _server.SendAsync(HttpMethod.Put, $"accounts/{account.Id}", New(account.Email), "\"77\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        (await _server.PostAsync($"accounts/{account.Id}/deactivate")).ExpectProblem(HttpStatusCode.PreconditionRequired, "version_required");
        (await _server.PostAsync($"accounts/{account.Id}/password", etag: "\"77\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        (await _server.GetAsync($"accounts/{Guid.CreateVersion7()}")).ExpectProblem(HttpStatusCode.NotFound, "account_not_found");
    }

    [Fact]
    public async Task An_account_is_deactivated_and_activated_once_each()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);

        var off = (await _server.PostAsync($"accounts/{account.Id}/deactivate", etag: $"\"{account.Version}\"", key: "off")).Expect(HttpStatusCode.OK);
        Assert.False((bool)off.Body["active"]!);
        Assert.True((await _server.PostAsync($"accounts/{account.Id}/deactivate", etag: $"\"{account.Version}\"", key: "off")).Replayed);
        (await _server.PostAsync($"accounts/{account.Id}/deactivate", etag: off.ETag)).ExpectProblem(HttpStatusCode.Conflict, "already_inactive");
        var on = (await _server.PostAsync($"accounts/{account.Id}/activate", etag: off.ETag)).Expect(HttpStatusCode.OK);
        (await _server.PostAsync($"accounts/{account.Id}/activate", etag: on.ETag)).ExpectProblem(HttpStatusCode.Conflict, "already_active");
        using var browser = new Browser(_server);
        (await browser.SignInToAdminAsync(account.Email, IdentityServer.Password)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_answer_that_is_stored_names_nobody()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        var off = (await _server.PostAsync($"accounts/{account.Id}/deactivate", etag: $"\"{account.Version}\"", key: "nameless-off")).Expect(HttpStatusCode.OK);
        (await _server.PostAsync($"accounts/{account.Id}/activate", etag: off.ETag, key: "nameless-on")).Expect(HttpStatusCode.OK);

        var stored = await _server.Database.ScalarAsync<string>(
            "select string_agg(convert_from(body, 'UTF8'), ' ') from idempotency_keys where key like 'nameless-%'");

        Assert.Contains($"{account.Id}", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Email, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Name, stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_always_administers()
    {
        await _server.GetAsync("accounts");
        var only = (await _server.GetAsync("accounts?role=administrator&active=true")).Items.Single();
        var (id, etag) = ((string)only["id"]!, $"\"{only["version"]}\"");

        (await _server.PostAsync($"accounts/{id}/deactivate", etag: etag)).ExpectProblem(HttpStatusCode.Conflict, "last_administrator");
        (await _server.SendAsync(HttpMethod.Put, $"accounts/{id}", New((string)only["email"]!), etag)).ExpectProblem(HttpStatusCode.Conflict, "last_administrator");
        var second = await _server.AddStaffAsync(StaffRole.Administrator);
        var answers = await Task.WhenAll(
            _server.PostAsync($"accounts/{id}/deactivate", etag: etag),
            _server.PostAsync($"accounts/{second.Id}/deactivate", etag: $"\"{second.Version}\""));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task Lists_come_in_pages_and_by_role()
    {
        for (var i = 0; i < 5; i++)
            await _server.AddStaffAsync(StaffRole.AucCoordinator);

        var first = await _server.GetAsync("accounts?role=auc-coordinator&limit=3");
        var rest = await _server.GetAsync($"accounts?role=auc-coordinator&limit=3&cursor={first.Text("next")}");

        Assert.Equal(3, first.Items.Count);
        Assert.Equal(2, rest.Items.Count);
        Assert.Null(rest.Body["next"]);
        Assert.Equal(5, first.Items.Concat(rest.Items).Select(item => (string)item["id"]!).Distinct().Count());
        (await _server.GetAsync("accounts?role=boss")).ExpectProblem(HttpStatusCode.BadRequest, "unknown_value");
        (await _server.GetAsync("accounts?limit=0")).ExpectProblem(HttpStatusCode.BadRequest, "out_of_range");
        (await _server.GetAsync("accounts?cursor=x")).ExpectProblem(HttpStatusCode.BadRequest, "invalid_cursor");
    }

    [Fact]
    public async Task The_audit_says_who_did_what_without_personal_values()
    {
        var created = (await _server.PostAsync("accounts", New("secret.person@example.org"))).Expect(HttpStatusCode.Created);

        var row = await _server.Database.ScalarAsync<string>(
            $"select who || ' ' || action || ' ' || after from audit where subject_id = '{created.Body["account"]!["id"]}'");

        Assert.StartsWith("staff:", row, StringComparison.Ordinal);
        Assert.Contains(" account.create ", row, StringComparison.Ordinal);
        var all = await _server.Database.ScalarAsync<string>("select string_agg(coalesce(before::text, '') || coalesce(after::text, ''), ' ') from audit");
        Assert.DoesNotContain("example.org", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Ola Nordmann", all, StringComparison.Ordinal);
    }

    private static object New(string email) => new { email, name = "Ola Nordmann", language = "nb", roles = new[] { StaffRole.KsCoordinator } };
}
