using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Tests.Notification.Hosting;

namespace Kommunebro.Tests.Notification.Webhooks;

public sealed class WebhooksApiTests : IAsyncLifetime
{
    private static readonly Uri Address = new("http://127.0.0.1:9/hook");

    private NotificationServer _server = null!;
    private Partner _partner = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await NotificationServer.StartAsync();
        _partner = _server.PartnerOf(Guid.CreateVersion7());
    }

    public async ValueTask DisposeAsync()
    {
        _partner.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_secret_is_shown_when_it_is_made_and_never_again()
    {
        var made = await _partner.CreateAsync(Address, "need.verified", "need.rejected");
        var read = (await _partner.SendAsync(HttpMethod.Get, $"/{made.Id}")).Expect(HttpStatusCode.OK);
        var listed = Assert.Single((await _partner.SendAsync(HttpMethod.Get, "")).Expect(HttpStatusCode.OK).Items);

        Assert.StartsWith("whsec_", made.Text("secret"), StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(made.Text("secret")["whsec_".Length..]).Length);
        Assert.False(read.Body.ContainsKey("secret"));
        Assert.False(listed.ContainsKey("secret"));
        Assert.Equal(("active", "\"1\""), (read.Text("status"), read.ETag));
        Assert.DoesNotContain(
            made.Text("secret"), await _server.Database.ScalarAsync<string>("select string_agg(t::text, ' ') from audit t"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organisations_webhook_does_not_exist()
    {
        var made = await _partner.CreateAsync(Address, "need.verified");
        var tested = (await _partner.SendAsync(HttpMethod.Post, $"/{made.Id}/test")).Expect(HttpStatusCode.Accepted);
        using var other = _server.PartnerOf(Guid.CreateVersion7());

        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, ""), (HttpMethod.Delete, ""), (HttpMethod.Post, "/rotate-secret"), (HttpMethod.Post, "/test"),
            (HttpMethod.Get, "/deliveries"), (HttpMethod.Post, $"/deliveries/{tested.Id}/replay"),
        })
            (await other.SendAsync(method, $"/{made.Id}{path}", etag: "\"1\"")).ExpectProblem(HttpStatusCode.NotFound, "webhook_not_found");
        (await other.SendAsync(HttpMethod.Put, $"/{made.Id}", Request(), "\"1\"")).ExpectProblem(HttpStatusCode.NotFound, "webhook_not_found");
        Assert.Empty((await other.SendAsync(HttpMethod.Get, "")).Items);
        (await _partner.SendAsync(HttpMethod.Get, $"/{Guid.CreateVersion7()}")).ExpectProblem(HttpStatusCode.NotFound, "webhook_not_found");
        (await _partner.SendAsync(HttpMethod.Post, $"/{made.Id}/deliveries/{Guid.CreateVersion7()}/replay"))
            .ExpectProblem(HttpStatusCode.NotFound, "delivery_not_found");
    }

    [Fact]
    public async Task Only_partners_with_the_scope_get_in()
    {
        foreach (var token in new[]
        {
            _server.Issuer.Staff(StaffRole.Administrator),
            _server.Issuer.Service(AccessPolicies.SnapshotRead),
            _server.Issuer.Partner(Guid.CreateVersion7(), AccessPolicies.NeedsRead),
        })
        {
            using var caller = _server.CallerWith(token);
            (await caller.SendAsync(HttpMethod.Get, "")).Expect(HttpStatusCode.Forbidden);
        }

        using var stranger = _server.CallerWith(token: null);
        (await stranger.SendAsync(HttpMethod.Get, "")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var answer = await _partner.SendAsync(HttpMethod.Post, "", new JsonObject
        {
            ["url"] = "ftp://example.no/",
            ["events"] = new JsonArray("need.verified", "need.verified", "need.eaten"),
            ["description"] = "two\nlines",
            ["status"] = "asleep",
        });

        Assert.Equal(
            [
                ("url", "invalid_url"), ("events", "stands_twice"), ("events[2]", "unknown_value"),
                ("description", "control_characters"), ("status", "unknown_value"),
            ],
            answer.Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal([("url", "missing_field"), ("events", "missing_field")], (await _partner.SendAsync(HttpMethod.Post, "")).Errors);
        foreach (var foreign in (string[])["adress", "id", "organisationId", "owner"])
            Assert.Equal(
                [(foreign, "unknown_field")],
                (await _partner.SendAsync(HttpMethod.Post, "", new JsonObject { [foreign] = "x" })).ExpectProblem(HttpStatusCode.BadRequest, "unknown_field").Errors);
    }

    [Theory]
    [InlineData("https://10.1.2.3/", "private_address")]
    [InlineData("https://172.16.0.1/", "private_address")]
    [InlineData("https://192.168.1.1/", "private_address")]
    [InlineData("https://100.64.0.1/", "private_address")]
    [InlineData("https://169.254.169.254/latest/meta-data/", "private_address")]
    [InlineData("https://0.0.0.0/", "private_address")]
    [InlineData("https://0/", "private_address")]
    [InlineData("https://3232235777/", "private_address")]
    [InlineData("https://0x0a000001/", "private_address")]
    [InlineData("https://224.0.0.1/", "private_address")]
    [InlineData("https://255.255.255.255/", "private_address")]
    [InlineData("https://[::]/", "private_address")]
    [InlineData("https://[fd00:ec2::254]/", "private_address")]
    [InlineData("https://[fe80::1]/", "private_address")]
    [InlineData("https://[ff02::1]/", "private_address")]
    [InlineData("https://[::ffff:10.0.0.1]/", "private_address")]
    [InlineData("https://[64:ff9b::a00:1]/", "private_address")]
    [InlineData("https://[2002:a00:1::]/", "private_address")]
    [InlineData("https://no-such-host.invalid/", "unknown_host")]
    [InlineData("http://93.184.215.14/", "https_required")]
    [InlineData("https://user:password@93.184.215.14/", "invalid_url")]
    [InlineData("https://93.184.215.14/#part", "invalid_url")]
    [InlineData("/hook", "invalid_url")]
    public async Task An_address_that_is_not_on_the_open_internet_is_refused(string url, string code) =>
        Assert.Equal([("url", code)], (await _partner.SendAsync(HttpMethod.Post, "", Request(url))).Expect(HttpStatusCode.BadRequest).Errors);

    [Fact]
    public async Task An_address_on_the_open_internet_is_taken_and_this_machine_only_where_it_is_allowed()
    {
        await _partner.CreateAsync(new Uri("https://93.184.215.14/hook"), "need.verified");
        await _partner.CreateAsync(new Uri("https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/hook"), "need.verified");
        await _server.RestartAsync(new() { ["Notification:Webhooks:AllowLoopback"] = "false" });

        foreach (var url in new[] { "https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://127.1/" })
            Assert.Equal([("url", "private_address")], (await _partner.SendAsync(HttpMethod.Post, "", Request(url))).Errors);
        Assert.Contains(("url", "https_required"), (await _partner.SendAsync(HttpMethod.Post, "", Request("http://127.0.0.1/"))).Errors);
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_seen()
    {
        var made = await _partner.CreateAsync(Address, "need.verified");
        (await _partner.SendAsync(HttpMethod.Put, $"/{made.Id}", Request())).ExpectProblem((HttpStatusCode)428, "version_required");
        var changed = (await _partner.SendAsync(HttpMethod.Put, $"/{made.Id}", Request($"{Address}2"), made.ETag)).Expect(HttpStatusCode.OK);
        (await _partner.SendAsync(HttpMethod.Put, $"/{made.Id}", Request(), made.ETag))
            .ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        (await _partner.SendAsync(HttpMethod.Post, $"/{made.Id}/rotate-secret", etag: made.ETag))
            .ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");

        Assert.Equal(($"{Address}2", "\"2\""), (changed.Text("url"), changed.ETag));
    }

    [Fact]
    public async Task A_deleted_webhook_is_gone_and_what_waited_for_it_is_not_sent()
    {
        var made = await _partner.CreateAsync(Address, "need.verified");
        (await _partner.SendAsync(HttpMethod.Post, $"/{made.Id}/test")).Expect(HttpStatusCode.Accepted);
        (await _partner.SendAsync(HttpMethod.Delete, $"/{made.Id}")).Expect(HttpStatusCode.NoContent);

        (await _partner.SendAsync(HttpMethod.Get, $"/{made.Id}")).ExpectProblem(HttpStatusCode.NotFound, "webhook_not_found");
        await _server.DeliveryAsync(delivery => delivery is { Status: "failed", LastError: "webhook_deleted" }, "the test event is given up");
    }

    [Fact]
    public async Task An_organisation_has_a_limited_number_of_webhooks_told_in_pages()
    {
        for (var i = 0; i < 20; i++)
            await _partner.CreateAsync(Address, "need.verified");
        (await _partner.SendAsync(HttpMethod.Post, "", Request())).ExpectProblem(HttpStatusCode.Conflict, "too_many_webhooks");

        var first = await _partner.SendAsync(HttpMethod.Get, "?limit=15");
        var second = await _partner.SendAsync(HttpMethod.Get, $"?limit=15&cursor={first.Text("next")}");
        Assert.Equal(20, first.Items.Concat(second.Items).Select(item => (string?)item["id"]).Distinct(StringComparer.Ordinal).Count());
        (await _partner.SendAsync(HttpMethod.Get, "?cursor=x")).ExpectProblem(HttpStatusCode.BadRequest, "invalid_cursor");
    }

    private static JsonObject Request(string? url = null) =>
        new() { ["url"] = url ?? $"{Address}", ["events"] = new JsonArray("need.verified") };
}
