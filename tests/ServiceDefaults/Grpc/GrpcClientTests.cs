using System.Diagnostics;
using System.Net;
using Grpc.Core;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.ServiceDefaults.Grpc;

public sealed class GrpcClientTests
{
    [Fact]
    public async Task A_service_is_asked_over_the_network()
    {
        await using var host = await RunningHost.StartAsync();
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc);

        Assert.Equal("добрий день", (await caller.SayAsync("добрий день")).Text);
    }

    [Fact]
    public async Task A_service_is_asked_over_a_unix_socket()
    {
        var folder = TemporaryFolder.Create("grpc");
        await using var host = await RunningHost.StartAsync(new() { ["Sample:Listen:Grpc"] = $"unix:{folder}/grpc.sock" });
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc);

        Assert.Equal("god dag", (await caller.SayAsync("god dag")).Text);
    }

    [Fact]
    public async Task A_call_waits_five_seconds_at_most()
    {
        await using var host = await RunningHost.StartAsync();
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc);

        Assert.InRange((await caller.SayAsync("hello")).SecondsLeft, 1, 5);
    }

    [Fact]
    public async Task A_clock_that_a_test_has_set_does_not_end_calls()
    {
        await using var host = await RunningHost.StartAsync();
        var clock = new FakeTimeProvider(new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc, services: services => services.AddSingleton<TimeProvider>(clock));

        Assert.InRange((await caller.SayAsync("hello")).SecondsLeft, 1, 5);
    }

    [Fact]
    public async Task The_deadline_is_a_setting_and_ends_a_call()
    {
        await using var host = await RunningHost.StartAsync();
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc, TimeSpan.FromMilliseconds(300));

        var error = await Assert.ThrowsAsync<RpcException>(() => caller.SayAsync("wait"));

        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
    }

    [Fact]
    public async Task A_call_that_blocks_its_thread_is_not_made()
    {
        await using var host = await RunningHost.StartAsync();
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc);

        Assert.Throws<NotSupportedException>(() => caller.Client.Say(new SayRequest { Text = "hello" }));
    }

    [Fact]
    public async Task A_deadline_of_the_callers_own_is_kept()
    {
        await using var host = await RunningHost.StartAsync();
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc);

        var reply = await caller.Client.SayAsync(
            new SayRequest { Text = "hello" }, deadline: TimeProvider.System.GetUtcNow().AddMinutes(2).UtcDateTime);

        Assert.InRange(reply.SecondsLeft, 60, 120);
    }

    [Fact]
    public async Task A_stream_may_outlast_the_deadline_and_the_time_limits_of_HTTP_clients()
    {
        await using var host = await RunningHost.StartAsync();
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc, TimeSpan.FromMilliseconds(300), ImpatientHttp);

        var numbers = new List<string>();
        using var stream = caller.Client.Count(new CountRequest { To = 3, Pause = 400 });
        await foreach (var reply in stream.ResponseStream.ReadAllAsync())
            numbers.Add($"{reply.Text}: {reply.SecondsLeft}");

        Assert.Equal(["1: 0", "2: 0", "3: 0"], numbers);
        // The control: the same limits do end other requests of this service.
        await Assert.ThrowsAnyAsync<Exception>(() => caller.Http.GetAsync($"{host.Addresses.Http}/slow"));
    }

    [Fact]
    public async Task An_HTTP_request_that_changes_something_is_not_repeated()
    {
        await using var host = await RunningHost.StartAsync();
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc);

        using var answer = await caller.Http.PostAsync($"{host.Addresses.Http}/always-away", null);

        Assert.Equal("Asked for the 1th time.", (await ToldProblem.ReadAsync(answer, HttpStatusCode.ServiceUnavailable)).Detail);
    }

    [Fact]
    public async Task A_call_is_repeated_while_the_service_says_that_it_cannot_answer_now()
    {
        await using var host = await RunningHost.StartAsync();
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc);

        Assert.Equal("third time", (await caller.SayAsync("third time")).Text);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("unix")]
    [InlineData("dns")]
    public async Task A_service_that_comes_late_and_comes_back_is_reached(string kind)
    {
        var port = FreePort.Next();
        var listen = kind == "unix" ? $"unix:{TemporaryFolder.Create("late")}/grpc.sock" : $"http://127.0.0.1:{port}";
        var settings = new Dictionary<string, string?> { ["Sample:Listen:Grpc"] = listen };
        await using var caller = await EchoCaller.CreateAsync(kind == "dns" ? $"dns:///localhost:{port}" : listen);
        await Assert.ThrowsAsync<RpcException>(() => caller.SayAsync("too early"));

        await using (await RunningHost.StartAsync(settings))
            await Eventually.TrueAsync(() => AnswersAsync(caller), "the service answers");
        await Assert.ThrowsAsync<RpcException>(() => caller.SayAsync("too late"));

        await using var again = await RunningHost.StartAsync(settings);
        await Eventually.TrueAsync(() => AnswersAsync(caller), "the service answers");
    }

    [Fact]
    public async Task The_trace_goes_on_in_the_other_service()
    {
        await using var host = await RunningHost.StartAsync();
        await using var caller = await EchoCaller.CreateAsync(host.Addresses.Grpc);
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();

        Assert.Equal(activity.TraceId.ToString(), (await caller.SayAsync("hello")).TraceId);
    }

    [Fact]
    public async Task A_missing_address_is_told_with_its_environment_variable()
    {
        var missing = await Assert.ThrowsAsync<SettingException>(() => EchoCaller.CreateAsync(""));
        Assert.Contains("Other__Services__Echo", missing.Message, StringComparison.Ordinal);

        var wrong = await Assert.ThrowsAsync<SettingException>(() => EchoCaller.CreateAsync("registry:5201"));
        Assert.StartsWith("Other:Services:Echo is 'registry:5201'.", wrong.Message, StringComparison.Ordinal);
    }

    private static async Task<bool> AnswersAsync(EchoCaller caller)
    {
        try
        {
            return (await caller.SayAsync("hello")).Text == "hello";
        }
        catch (RpcException away) when (away.StatusCode == StatusCode.Unavailable)
        {
            return false;
        }
    }

    private static void ImpatientHttp(IServiceCollection services) => services.ConfigureAll<HttpStandardResilienceOptions>(http =>
    {
        http.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(100);
        http.TotalRequestTimeout.Timeout = TimeSpan.FromMilliseconds(200);
    });
}
