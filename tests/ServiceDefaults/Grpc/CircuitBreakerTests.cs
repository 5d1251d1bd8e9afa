using Grpc.Core;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.ServiceDefaults.Grpc;

public sealed class CircuitBreakerTests
{
    [Fact]
    public async Task After_failures_a_service_is_left_alone_for_ten_seconds_and_then_asked_again()
    {
        var clock = new FakeTimeProvider();
        await using var host = await RunningHost.StartAsync();
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc, services: services => services.AddSingleton<TimeProvider>(clock));
        await FailAsync(caller, times: 8);

        var left = await Assert.ThrowsAsync<RpcException>(() => caller.SayAsync("hello"));
        Assert.Equal((StatusCode.Unavailable, "circuit open"), (left.StatusCode, left.Status.Detail));

        clock.Advance(TimeSpan.FromSeconds(9));
        await Assert.ThrowsAsync<RpcException>(() => caller.SayAsync("hello"));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("hello", (await caller.SayAsync("hello")).Text);
        Assert.Equal("hello again", (await caller.SayAsync("hello again")).Text);
    }

    [Fact]
    public async Task A_service_that_stays_away_is_left_alone_again()
    {
        var clock = new FakeTimeProvider();
        await using var host = await RunningHost.StartAsync();
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc, services: services => services.AddSingleton<TimeProvider>(clock));
        await FailAsync(caller, times: 8);

        clock.Advance(TimeSpan.FromSeconds(11));
        await FailAsync(caller, times: 1);

        var left = await Assert.ThrowsAsync<RpcException>(() => caller.SayAsync("hello"));
        Assert.Equal("circuit open", left.Status.Detail);
    }

    [Fact]
    public async Task Refusals_and_bugs_do_not_count_as_failures()
    {
        await using var host = await RunningHost.StartAsync();
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc);
        for (var time = 0; time < 10; time++)
            await Assert.ThrowsAsync<RpcException>(() => caller.SayAsync(time % 2 == 0 ? "bug" : "conflict"));

        Assert.Equal("hello", (await caller.SayAsync("hello")).Text);
    }

    [Fact]
    public async Task A_call_that_was_not_made_has_a_status_too()
    {
        await using var host = await RunningHost.StartAsync();
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc, services: services => services.AddSingleton<TimeProvider>(new FakeTimeProvider()));
        await FailAsync(caller, times: 8);

        using var call = caller.Client.SayAsync(new SayRequest { Text = "hello" });

        await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.Unavailable, call.GetStatus().StatusCode);
        Assert.Empty(await call.ResponseHeadersAsync);
        Assert.Empty(call.GetTrailers());
    }

    private static Task FailAsync(EchoCaller caller, int times) => Task.WhenAll(Enumerable.Range(0, times).Select(async _ =>
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => caller.SayAsync("away"));
        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
        Assert.NotEqual("circuit open", error.Status.Detail);
    }));
}
