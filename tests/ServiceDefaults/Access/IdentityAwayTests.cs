using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.ServiceDefaults.Access;

/// <summary>A service serves while identity is away, if it ever saw its keys, and follows when the keys change.</summary>
public sealed class IdentityAwayTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private TestIssuer _issuer = null!;
    private RunningHost _host = null!;

    private string Token => _issuer.Service("things.read");

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _host = await RunningHost.StartAsync(_issuer.SettingsFor("Sample"), services => services.AddSingleton<TimeProvider>(_clock));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task Without_keys_it_is_a_try_later_until_identity_is_there()
    {
        await _issuer.GoAwayAsync();

        using var away = await _host.AskAsync(Token);
        Assert.Equal("temporarily_unavailable", (await ToldProblem.ReadAsync(away, HttpStatusCode.ServiceUnavailable)).Code);
        Assert.NotNull(away.Headers.RetryAfter);
        Assert.Equal("unauthenticated", await _host.RefusedAsync(null, HttpStatusCode.Unauthorized));
        Assert.Equal("anonymous", await _host.WhoAsync(Token, "/open"));

        await _issuer.ComeBackAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("service:test-service", await _host.WhoAsync(Token));
    }

    [Fact]
    public async Task Without_keys_identity_is_asked_once_a_second_and_not_for_each_request()
    {
        await _issuer.GoAwayAsync();
        for (var i = 0; i < 10; i++)
            await _host.RefusedAsync(Token, HttpStatusCode.ServiceUnavailable);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _host.RefusedAsync(Token, HttpStatusCode.ServiceUnavailable);

        Assert.Equal(2, _host.Logs.Warnings.Count(log => log.Message.Contains("cannot be read", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Over_gRPC_it_is_unavailable()
    {
        await _issuer.GoAwayAsync();
        using var channel = GrpcChannel.ForAddress(
            _host.Addresses.Grpc, new GrpcChannelOptions { HttpHandler = new BearerToken(Token), DisposeHttpClient = true });

        var error = await Assert.ThrowsAsync<RpcException>(async () => await new Vault.VaultClient(channel).OpenAsync(new SayRequest()));

        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
    }

    [Fact]
    public async Task With_keys_it_serves_on_for_days()
    {
        await _host.WhoAsync(Token);
        await _issuer.GoAwayAsync();

        for (var day = 0; day < 3; day++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal("service:test-service", await _host.WhoAsync(Token));
        }
    }

    [Fact]
    public async Task Keys_are_fetched_once_for_many_who_come_at_a_time()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _host.WhoAsync(Token)));

        Assert.Equal(1, _issuer.KeysAsked);
    }

    [Fact]
    public async Task The_first_token_of_a_new_key_is_valid_and_the_old_key_is_not_trusted_any_more()
    {
        var old = Token;
        await _host.WhoAsync(old);
        _issuer.ChangeKey();
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("service:test-service", await _host.WhoAsync(Token));
        Assert.Equal("unauthenticated", await _host.RefusedAsync(old, HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task Tokens_that_name_unknown_keys_do_not_become_a_stream_of_questions()
    {
        await _host.WhoAsync(Token);
        var old = Token;
        _issuer.ChangeKey();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _host.WhoAsync(Token);

        for (var i = 0; i < 10; i++)
            await _host.RefusedAsync(old, HttpStatusCode.Unauthorized);

        Assert.Equal(2, _issuer.KeysAsked);
    }

    [Fact]
    public async Task A_key_that_was_taken_back_is_noticed_within_an_hour()
    {
        var old = Token;
        await _host.WhoAsync(old);
        _issuer.ChangeKey();
        _clock.Advance(TimeSpan.FromMinutes(61));

        await Eventually.TrueAsync(
            async () =>
            {
                // On a machine that is overrun the first question may go unanswered.
                _clock.Advance(TimeSpan.FromSeconds(11));
                using var answer = await _host.AskAsync(old);
                return answer.StatusCode == HttpStatusCode.Unauthorized;
            },
            "the old key is not trusted any more");
    }
}
