using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Clients;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.Connect;

/// <summary>Who guesses is not told which clients there are, nor what they get in with.</summary>
public sealed class SameRefusalTests : IAsyncLifetime
{
    private IdentityServer _server = null!;
    private IReadOnlyList<string> _clients = [];

    public async ValueTask InitializeAsync()
    {
        _server = await IdentityServer.StartAsync();
        var organisation = await _server.AddOrganisationAsync("0301");
        var secret = await _server.AddClientAsync(organisation.Id, AccessPolicies.NeedsRead);
        var rotated = await _server.AddClientAsync(organisation.Id, AccessPolicies.NeedsRead);
        (await _server.CommandAsync("clients", "rotate-secret", rotated.Client.ClientId)).Done();
        var revoked = await _server.AddClientAsync(organisation.Id, AccessPolicies.NeedsRead);
        (await _server.CommandAsync("clients", "revoke", revoked.Client.ClientId)).Done();
        var keyed = await _server.AddKeyedClientAsync(organisation.Id, KeyPair.Rsa("a key"));
        _clients = ["partner-nobody", "matching", secret.Client.ClientId, rotated.Client.ClientId, revoked.Client.ClientId, keyed.ClientId];
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("connect/token")]
    [InlineData("connect/par")]
    [InlineData("connect/revoke")]
    public async Task A_wrong_secret_gets_the_same_answer_whoever_it_is_for(string path)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["response_type"] = "code", ["redirect_uri"] = "https://kommunebro.test/admin/signin-oidc",
            ["code_challenge"] = new string('a', 43), ["code_challenge_method"] = "S256", ["scope"] = "openid", ["token"] = "x",
        };

        var inBody = await AnswersAsync(path, (id, request) =>
            request.Content = new FormUrlEncodedContent([.. form, KeyValuePair.Create("client_id", id), KeyValuePair.Create("client_secret", "a guess")]));
        var inHeader = await AnswersAsync(path, (id, request) =>
        {
            request.Content = new FormUrlEncodedContent(form);
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:a guess")));
        });

        Assert.Contains("invalid_client", Assert.Single(inBody), StringComparison.Ordinal);
        Assert.Contains("invalid_client", Assert.Single(inHeader), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assertion_by_a_strange_key_gets_the_same_answer_whoever_it_is_for()
    {
        var stranger = KeyPair.Rsa("a key");

        var answers = await AnswersAsync("connect/token", (id, request) => request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = id,
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = stranger.Assert(id, IdentityServer.Issuer, _server.Clock.GetUtcNow()),
        }));

        Assert.Contains("invalid_client", Assert.Single(answers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_partners_client_is_known_where_people_sign_in()
    {
        var answers = await AnswersAsync("connect/authorize", (id, request) =>
        {
            request.Method = HttpMethod.Get;
            request.RequestUri = new Uri($"connect/authorize?client_id={id}&response_type=code&redirect_uri=https://x.example/", UriKind.Relative);
        });

        Assert.Single(answers);
    }

    [Fact]
    public async Task No_client_is_known_where_people_leave()
    {
        var query = "";
        void Leave(string id, HttpRequestMessage request)
        {
            request.Method = HttpMethod.Get;
            request.RequestUri = new Uri($"connect/logout?client_id={id}{query}", UriKind.Relative);
        }

        var without = await AnswersAsync("connect/logout", Leave);
        query = $"&post_logout_redirect_uri={Uri.EscapeDataString("https://x.example/")}";
        var with = await AnswersAsync("connect/logout", Leave, [.. _clients, "admin"]);

        Assert.StartsWith("BadRequest", Assert.Single(without), StringComparison.Ordinal);
        Assert.Equal(without, with);
    }

    private async Task<IReadOnlyCollection<string>> AnswersAsync(
        string path, Action<string, HttpRequestMessage> fill, IReadOnlyList<string>? clients = null)
    {
        var answers = new HashSet<string>();
        foreach (var id in clients ?? _clients)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
            fill(id, request);
            using var response = await _server.Http.SendAsync(request);
            answers.Add($"{response.StatusCode} {response.Headers.WwwAuthenticate} {await response.Content.ReadAsStringAsync()}");
        }

        return answers;
    }
}
