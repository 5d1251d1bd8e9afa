using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity;

/// <summary>What is identity's to decide cannot be sent: a field that a request has not is refused by its name.</summary>
public sealed class ForeignFieldsTests(IdentityServerFixture fixture) : IClassFixture<IdentityServerFixture>
{
    private static readonly string Any = $"{Guid.CreateVersion7()}";

    private static readonly object Account = new { email = "mass@example.org", name = "Mass", language = "nb", roles = new[] { "viewer" } };
    private static readonly object Organisation = new { name = "Mass", municipalities = new[] { "0301" } };
    private static readonly object Client = new { name = "mass", scopes = new[] { "needs.read" } };

    private readonly IdentityServer _server = fixture.Server;

    public static MatrixTheoryData<string, string> Requests => new(
        ["POST accounts", $"PUT accounts/{Any}", "POST organisations", $"PUT organisations/{Any}", $"POST organisations/{Any}/clients"],
        ["id", "status", "active", "version", "organisationId", "owner", "passwordIsTemporary", "clientId"]);

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_field_that_is_not_the_callers_is_refused(string request, string field)
    {
        var (method, path) = (request.Split(' ')[0], request.Split(' ')[1]);
        var body = BodyOf(path);
        body[field] = Any;

        var answer = await _server.SendAsync(new HttpMethod(method), path, body.ToJsonString(), etag: "\"1\"");

        Assert.Equal([(field, "unknown_field")], answer.ExpectProblem(HttpStatusCode.BadRequest, "unknown_field").Errors);
        Assert.Equal(0, await _server.Database.ScalarAsync<long>(
            "select (select count(*) from accounts where name = 'Mass') + (select count(*) from organisations where name = 'Mass')"));
    }

    private static JsonObject BodyOf(string path) => JsonSerializer.SerializeToNode(
        path.EndsWith("clients", StringComparison.Ordinal) ? Client : path.StartsWith("accounts", StringComparison.Ordinal) ? Account : Organisation)!.AsObject();
}
