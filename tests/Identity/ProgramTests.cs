using System.Net;
using Kommunebro.Contracts.Identity;
using Kommunebro.Testing;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity;

/// <summary>The service as an operator runs it: keys, migrate, the first administrator, serve.</summary>
public sealed class ProgramTests
{
    private const string Program = "Kommunebro.Identity";

    [Fact]
    public async Task An_operator_gets_from_an_empty_database_to_the_first_sign_in()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync("identity_program");
        var keys = Path.Combine(TemporaryFolder.Create("keys"), "made-by-the-command");
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var settings = new Dictionary<string, string?>
        {
            ["Identity__Database"] = database.ConnectionString,
            ["Identity__Listen__Http"] = address.ToString(),
            ["Identity__Listen__Grpc"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["Identity__Messaging__Transport"] = "rabbitmq",
            ["Identity__Keys__Folder"] = keys,
            ["Identity__ServiceClients__matching__Secret"] = "a secret for the tests",
        };
        await using var broker = await RabbitMqServer.CreateVirtualHostAsync("identity");
        settings["Identity__Messaging__Broker"] = broker.Uri.ToString();

        var made = await ServiceProcess.RunAsync(Program, ["keys", "create", "--out", keys], settings);
        Assert.True(made.Succeeded, made.Output + made.Error);
        for (var i = 0; i < 2; i++)
        {
            var migrated = await ServiceProcess.RunAsync(Program, ["migrate"], settings);
            Assert.True(migrated.Succeeded, migrated.Output + migrated.Error);
            Assert.Equal(1, await database.ScalarAsync<long>("select count(*) from openiddict_applications"));
        }

        var administrator = await ServiceProcess.RunAsync(
            Program, ["administrator", "create", "--email", "first@example.org", "--name", "First", "--language", "uk"],
            new Dictionary<string, string?>(settings) { ["KOMMUNEBRO_PASSWORD"] = "given by the operator" });
        Assert.True(administrator.Succeeded, administrator.Output + administrator.Error);
        Assert.DoesNotContain("given by the operator", administrator.Output, StringComparison.Ordinal);
        var twice = await ServiceProcess.RunAsync(Program, ["administrator", "create", "--email", "first@example.org", "--name", "First"], settings);
        Assert.Equal(1, twice.ExitCode);
        Assert.Contains("Another account has this e-mail", twice.Output, StringComparison.Ordinal);
        var wrongly = await ServiceProcess.RunAsync(Program, ["administrator", "create", "--mail", "x"], settings);
        Assert.Equal(2, wrongly.ExitCode);

        await using var service = await ServiceProcess.StartAsync(Program, address, settings);
        var answer = await service.Http.GetStringAsync(new Uri("connect/sign-in", UriKind.Relative));
        Assert.Contains("autocomplete=\"current-password\"", answer, StringComparison.Ordinal);
        Assert.Equal("{administrator}", await database.ScalarAsync<string>("select roles::text from accounts where active and not password_is_temporary"));
        await service.StopAsync();
        Assert.Equal(0, service.ExitCode);
    }

    [Fact]
    public async Task A_temporary_password_is_shown_when_none_is_given()
    {
        await using var server = await IdentityServer.StartAsync();

        var made = await ServiceProcess.RunAsync(
            Program, ["administrator", "create", "--email", "second@example.org", "--name", "Second"],
            new Dictionary<string, string?>
            {
                ["Identity__Database"] = server.Database.ConnectionString,
                ["Identity__Messaging__Broker"] = "amqp://127.0.0.1:1",
            });

        Assert.True(made.Succeeded, made.Output + made.Error);
        var password = made.Output.Split("shown this once: ")[1].Trim();
        using var browser = new Browser(server);
        var asked = await browser.SignInAsync("second@example.org", password);
        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        Assert.StartsWith("/connect/new-password", asked.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_opens_the_first_coordinator_organisation_and_client_without_a_broker()
    {
        await using var server = await IdentityServer.StartAsync();
        var settings = new Dictionary<string, string?>
        {
            ["Identity__Database"] = server.Database.ConnectionString,
            ["Identity__Messaging__Broker"] = "amqp://127.0.0.1:1",
        };
        async Task<string> CommandAsync(params string[] args)
        {
            var run = await ServiceProcess.RunAsync(Program, args, settings);
            Assert.True(run.Succeeded, run.Output + run.Error);
            return run.Output;
        }

        var account = await CommandAsync("accounts", "create", "--email", "third@example.org", "--name", "Third", "--role", "auc-coordinator");
        var organisation = (await CommandAsync("organisations", "create", "--name", "AUC", "--municipalities", "UA05020030000031457")).Split("  ")[0];
        var client = await CommandAsync("clients", "create", "--organisation", organisation, "--name", "intake", "--scopes", "needs.read");

        using var browser = new Browser(server);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("third@example.org", account.Split("shown this once: ")[1].Split('\n')[0].Trim())).Status);
        (await server.ClientTokenAsync(client.Split(' ')[1], client.Split("shown this once: ")[1].Split('\n')[0].Trim())).Expect(HttpStatusCode.OK);
        server.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        await Eventually.TrueAsync(
            () => Task.FromResult(server.Neighbour.Heard<OrganisationChanged>().Any(message => $"{message.OrganisationId}" == organisation)),
            "the running service tells of the organisation");
        Assert.Equal(2, (await ServiceProcess.RunAsync(Program, ["clients", "create", "--secret", "x"], settings)).ExitCode);
    }

    [Fact]
    public async Task Without_keys_it_ends_with_a_sentence_and_no_stack_trace()
    {
        await using var server = await IdentityServer.StartAsync();

        var run = await ServiceProcess.RunAsync(Program, [], new Dictionary<string, string?>
        {
            ["Identity__Database"] = server.Database.ConnectionString,
            ["Identity__Listen__Http"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["Identity__Listen__Grpc"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["Identity__Messaging__Broker"] = "amqp://127.0.0.1:1",
        });

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("There are no keys to sign with", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
