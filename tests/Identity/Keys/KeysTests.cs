using System.Net;
using Kommunebro.Identity.Keys;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.Identity.Hosting;
using Kommunebro.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Kommunebro.Tests.Identity.Keys;

/// <summary>Keys: made by a command, shared by replicas, changed without ending what was signed before.</summary>
public sealed class KeysTests
{
    [Fact]
    public async Task Without_keys_the_host_does_not_start_and_says_what_to_do()
    {
        await using var server = await IdentityServer.StartAsync();
        foreach (var (keys, told) in ((string?, string)[])[
            (null, "keys create --out"), ("/nowhere/keys", "no such folder"), (TemporaryFolder.Create("no-keys"), "no signing-….pem")])
        {
            await using var app = IdentityServer.Build(server.Database.ConnectionString, keys);

            var error = await Assert.ThrowsAsync<SettingException>(() => app.StartAsync());

            Assert.Contains(told, error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("no key at all")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public async Task A_file_that_is_no_key_is_named_and_not_quoted(string text)
    {
        await using var server = await IdentityServer.StartAsync();
        var folder = IdentityServer.NewKeys();
        await File.WriteAllTextAsync(Path.Combine(folder, "signing-20200101T000000000.pem"), text);
        await using var app = IdentityServer.Build(server.Database.ConnectionString, folder);

        var error = await Assert.ThrowsAsync<SettingException>(() => app.StartAsync());

        Assert.Contains("signing-20200101T000000000.pem", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_writes_keys_that_only_their_owner_reads_and_keeps_older_ones()
    {
        var folder = Path.Combine(TemporaryFolder.Create("keys"), "new");

        for (var i = 0; i < 2; i++)
        {
            var output = new StringWriter();
            Assert.Equal(0, await CommandAsync("keys", ["create", "--out", folder], output));
            Assert.Contains("Identity:Keys:Folder", output.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("PRIVATE KEY", output.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(2, Directory.GetFiles(folder, "signing-*.pem").Length);
        Assert.Equal(2, Directory.GetFiles(folder, "encryption-*.pem").Length);
        Assert.All(Directory.GetFiles(folder), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Equal(2, await CommandAsync("keys", ["create"], new StringWriter()));
    }

    [Fact]
    public async Task The_newest_key_signs_and_the_older_ones_stay_published()
    {
        var folder = IdentityServer.NewKeys();
        await using var before = await IdentityServer.StartAsync(folder);
        var old = await SigningKeyIdAsync(before);
        using var browser = new Browser(before);
        var account = await before.AddStaffAsync(StaffRole.Viewer);
        var tokens = await browser.SignInToAdminAsync(account.Email, IdentityServer.Password);

        SigningKeys.Create(folder, TimeProvider.System.GetUtcNow().AddSeconds(1));
        SigningKeys.Create(folder, TimeProvider.System.GetUtcNow().AddSeconds(2));
        await using var after = await before.StartReplicaAsync(folder);

        var now = await SigningKeyIdAsync(after);
        Assert.NotEqual(old, now);
        using var response = await after.Http.GetAsync(new Uri(".well-known/jwks", UriKind.Relative));
        var published = (await Answer.ReadAsync(response)).Body["keys"]!.AsArray().Select(key => (string?)key!["kid"]).ToList();
        Assert.Equal(3, published.Count);
        Assert.Equal(now, published[0]);
        Assert.Contains(old, published);
        browser.Server = after;
        (await browser.RefreshAsync(tokens.Text("refresh_token"))).Expect(HttpStatusCode.OK);
        Assert.NotNull((await browser.AuthorizeAsync()).Carried("code"));
    }

    [Fact]
    public async Task Keys_may_stand_in_settings()
    {
        var folder = IdentityServer.NewKeys();
        await using var server = await IdentityServer.StartAsync();
        await using var app = IdentityServer.Build(server.Database.ConnectionString, keys: null, more: new()
        {
            ["Identity:Keys:Signing"] = await File.ReadAllTextAsync(Directory.GetFiles(folder, "signing-*.pem").Single()),
            ["Identity:Keys:Encryption"] = await File.ReadAllTextAsync(Directory.GetFiles(folder, "encryption-*.pem").Single()),
        });

        await app.StartAsync();

        Assert.Equal(SigningKeys.Load(new ServiceIdentity("Identity", app.Configuration.GetSection("Identity"))).Signing[0].KeyId, app.Services.GetRequiredService<SigningKeys>().Signing[0].KeyId);
        await app.StopAsync();
    }

    [Fact]
    public async Task Replicas_take_each_others_cookies_codes_and_tokens()
    {
        await using var one = await IdentityServer.StartAsync();
        await using var other = await one.StartReplicaAsync();
        var account = await one.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(one);

        var asked = await browser.AuthorizeAsync();
        var page = await browser.GetAsync(asked.Location!.ToString());
        browser.Server = other;
        var sent = await browser.SubmitAsync(asked.Location.ToString(), ("email", account.Email), ("password", IdentityServer.Password));
        browser.Server = one;
        var back = await browser.GetAsync(sent.Location!.ToString());
        browser.Server = other;
        var tokens = (await browser.RedeemAsync(back.Carried("code")!)).Expect(HttpStatusCode.OK);
        browser.Server = one;
        (await browser.RefreshAsync(tokens.Text("refresh_token"))).Expect(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var administrator = await other.StaffTokenAsync(StaffRole.Administrator);
        (await one.SendAsync(HttpMethod.Get, "accounts", token: administrator)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Cookie_keys_lie_encrypted_in_the_database()
    {
        await using var server = await IdentityServer.StartAsync();
        await server.StaffTokenAsync(StaffRole.Viewer);

        var stored = await server.Database.ScalarAsync<string>("select string_agg(xml, ' ') from data_protection_keys");

        Assert.Contains("sealed", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", stored, StringComparison.Ordinal);
    }

    private static async Task<string> SigningKeyIdAsync(IdentityServer server) =>
        new JsonWebToken((await server.ClientTokenAsync("matching", IdentityServer.SecretOf("matching"))).Text("access_token")).Kid;

    private static async Task<int> CommandAsync(string name, string[] args, TextWriter output)
    {
        await using var app = IdentityServer.Build("Host=127.0.0.1;Database=never_connected", keys: null);
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<IServiceCommand>().Single(command => command.Name == name).RunAsync(args, output, CancellationToken.None);
    }
}
