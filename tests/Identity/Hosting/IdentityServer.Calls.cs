using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity.V1;
using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Clients;
using Kommunebro.Identity.Organisations;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Identity.Clients;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using IdentityClient = Kommunebro.Contracts.Identity.V1.Identity.IdentityClient;

namespace Kommunebro.Tests.Identity.Hosting;

// What people and systems do.
public sealed partial class IdentityServer
{
    public const string Password = "correct horse battery";

    private static int _accounts;

    private string? _administrator;

    /// <summary>An active account with a password of its own.</summary>
    public async Task<AccountView> AddStaffAsync(params string[] roles)
    {
        var number = Interlocked.Increment(ref _accounts);
        var created = await UseAsync((CreateAccount create) => create.RunAsync(
            new AccountRequest($"person{number}@example.org", $"Person {number}", "uk", roles), Password, CancellationToken.None));
        return created.Account;
    }

    public Task<OrganisationView> AddOrganisationAsync(params string[] municipalities) => UseAsync((CreateOrganisation create) =>
        create.RunAsync(new OrganisationRequest("Вінницька громада", null, municipalities), CancellationToken.None));

    public Task<ClientWithSecret> AddClientAsync(Guid organisation, params string[] scopes) => UseAsync((CreateClient create) =>
        create.RunAsync(organisation, new ClientRequest("intake system", scopes), CancellationToken.None));

    /// <summary>A client that holds the private half of a key, and has no secret.</summary>
    public async Task<ClientView> AddKeyedClientAsync(Guid organisation, KeyPair pair) => (await UseAsync((CreateClient create) => create.RunAsync(
        organisation, new ClientRequest("signs", [AccessPolicies.NeedsRead], [JsonSerializer.SerializeToElement(pair.Public)]), CancellationToken.None))).Client;

    /// <summary>Asks the token endpoint.</summary>
    public async Task<Answer> TokenAsync(params (string Name, string? Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Where(field => field.Value is not null)
            .Select(field => KeyValuePair.Create(field.Name, field.Value!)));
        using var response = await Http.PostAsync(new Uri("connect/token", UriKind.Relative), content);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Asks for a token by client credentials.</summary>
    public Task<Answer> ClientTokenAsync(string id, string secret, string? scope = null) => TokenAsync(
        ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret), ("scope", scope));

    /// <summary>Asks for a token by an assertion; a client that names no id is the one that signed.</summary>
    public Task<Answer> AssertedTokenAsync(string? id, string assertion) => TokenAsync(
        ("grant_type", "client_credentials"), ("client_id", id), ("client_assertion", assertion),
        ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));

    /// <summary>Notification writes a letter, and asks for its link; the page to which it leads.</summary>
    public async Task<string> LetterLinkAsync(string account, bool invitation = false)
    {
        var token = (await ClientTokenAsync("notification", SecretOf("notification"))).Text("access_token");
        var link = await new IdentityClient(Grpc).CreatePasswordLinkAsync(
            new CreatePasswordLinkRequest { AccountId = account, Invitation = invitation }, new Metadata { { "authorization", $"Bearer {token}" } });
        return $"/connect/password/choose?ticket={link.Token}";
    }

    /// <summary>An access token of a new person with these roles.</summary>
    public async Task<string> StaffTokenAsync(params string[] roles)
    {
        var account = await AddStaffAsync(roles);
        using var browser = new Browser(this);
        return (await browser.SignInToAdminAsync(account.Email, Password)).Expect(HttpStatusCode.OK).Text("access_token");
    }

    /// <summary>A request of an administrator, or of whoever the token says.</summary>
    public async Task<Answer> SendAsync(
        HttpMethod method, string path, object? body = null, string? etag = null, string? token = null, string? key = null)
    {
        token ??= _administrator ??= await StaffTokenAsync(StaffRole.Administrator);
        using var request = new HttpRequestMessage(method, new Uri($"api/v1/{path}", UriKind.Relative));
        if (token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = new ByteArrayContent(body as byte[] ?? Encoding.UTF8.GetBytes(body as string ?? JsonNode.Parse(JsonSerializer.Serialize(body))!.ToJsonString()))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };
        if (etag is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(etag));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await Http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object? body = null, string? etag = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, body, etag, key: key);

    /// <summary>An operator runs a command: beside the running service, on its database, without its keys.</summary>
    public async Task<CommandRun> CommandAsync(params string[] args)
    {
        await using var app = Build(Database.ConnectionString, keys: null, services => services
            .AddSingleton<TimeProvider>(Clock).AddSingleton(new InProcessHub()).RemoveAll<ILoggerProvider>());
        await using var scope = app.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        var command = scope.ServiceProvider.GetServices<IServiceCommand>().Single(one => one.Name == args[0]);
        var exitCode = await command.RunAsync(args[1..], output, CancellationToken.None);
        return new CommandRun(exitCode, output.ToString());
    }
}
