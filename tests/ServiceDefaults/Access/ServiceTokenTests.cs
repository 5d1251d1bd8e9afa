using Grpc.Core;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.ServiceDefaults.Access;

/// <summary>How a service gets the token with which it asks others.</summary>
public sealed class ServiceTokenTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private TestIssuer _issuer = null!;
    private RunningHost _host = null!;
    private EchoCaller _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _issuer.ServiceScopes = ["things.read"];
        _host = await RunningHost.StartAsync(_issuer.SettingsFor("Sample"), services => services.AddSingleton<TimeProvider>(_clock));
        _caller = await EchoCaller.CreateAsync(
            _host.Addresses.Grpc, services: services => services.AddSingleton<TimeProvider>(_clock), settings: _issuer.SettingsFor("Other"));
    }

    public async ValueTask DisposeAsync()
    {
        await _caller.DisposeAsync();
        await _host.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task Many_calls_at_a_time_ask_identity_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _caller.SayAsync("hello")));

        Assert.Equal(1, _issuer.TokensAsked);
    }

    [Fact]
    public async Task A_new_token_is_asked_for_before_the_old_one_ends()
    {
        await _caller.SayAsync("hello");
        _clock.Advance(TimeSpan.FromMinutes(26));
        await _caller.SayAsync("hello");
        Assert.Equal(1, _issuer.TokensAsked);

        _clock.Advance(TimeSpan.FromMinutes(2));
        await _caller.SayAsync("hello");

        Assert.Equal(2, _issuer.TokensAsked);
    }

    [Fact]
    public async Task While_identity_is_away_a_call_fails_as_if_the_other_service_were_away_and_later_it_works()
    {
        await _issuer.GoAwayAsync();
        var error = await Assert.ThrowsAsync<RpcException>(() => _caller.SayAsync("hello"));
        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
        Assert.Contains("Identity gives this service no token", error.Status.Detail, StringComparison.Ordinal);

        await _issuer.ComeBackAsync();

        Assert.Equal("hello", (await _caller.SayAsync("hello")).Text);
    }

    [Fact]
    public async Task A_token_that_is_not_accepted_is_asked_for_anew()
    {
        Assert.Equal("service:test-service", await OpenVaultAsync());
        _issuer.ChangeKey();
        _clock.Advance(TimeSpan.FromMinutes(1));
        // The vault notices the new key by the first token that it signed.
        await _host.WhoAsync(_issuer.Service("things.read"));

        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(OpenVaultAsync)).StatusCode);

        Assert.Equal("service:test-service", await OpenVaultAsync());
    }

    [Theory]
    [InlineData("Access:ClientId")]
    [InlineData("Access:ClientSecret")]
    public async Task A_missing_client_is_told_at_the_start(string setting)
    {
        var settings = _issuer.SettingsFor("Other");
        settings[$"Other:{setting}"] = "";

        var missing = await Assert.ThrowsAsync<SettingException>(() => EchoCaller.CreateAsync(_host.Addresses.Grpc, settings: settings));

        Assert.Contains($"Other__{setting.Replace(":", "__", StringComparison.Ordinal)}", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("kommunebro.example")]
    [InlineData("https://kommunebro.example/connect")]
    [InlineData("ftp://kommunebro.example/")]
    public void An_issuer_that_is_no_origin_is_told_at_the_start(string issuer) =>
        Assert.Contains("Access", Assert.Throws<SettingException>(() => SampleHost.Build(
            "Sample", RunningHost.Options(new() { ["Sample:Access:Issuer"] = issuer }))).Message, StringComparison.Ordinal);

    private async Task<string> OpenVaultAsync() => (await _caller.Vault.OpenAsync(new SayRequest())).Text;
}
