using System.Net;
using Google.Rpc;
using Grpc.Core;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.ServiceDefaults.Grpc;

public sealed class GrpcRefusalTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private EchoCaller _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await RunningHost.StartAsync((await TestIssuer.GetAsync()).SettingsFor("Sample"));
        _caller = await EchoCaller.CreateAsync(_host.Addresses.Grpc);
    }

    public async ValueTask DisposeAsync()
    {
        await _caller.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_refusal_travels_with_its_code_and_its_fields()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _caller.SayAsync("invalid"));

        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal("invalid_fields", ReasonOf(error));
        Assert.Equal(
            [("text", "too_short", "It needs more."), ("tone", "too_loud", "Be gentle.")],
            error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(field => (field.Field, field.Reason, field.Description)));
    }

    [Fact]
    public async Task A_refusal_about_no_field_names_none()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _caller.SayAsync("conflict"));

        Assert.Equal((StatusCode.FailedPrecondition, "It has been said."), (error.StatusCode, error.Status.Detail));
        Assert.Equal("already_said", ReasonOf(error));
        Assert.Null(error.GetRpcStatus()!.GetDetail<BadRequest>());
        Assert.Empty(_host.Logs.Warnings);
    }

    [Fact]
    public async Task A_stream_is_refused_in_the_same_way()
    {
        using var stream = _caller.Client.Count(new CountRequest { To = -1 });

        var error = await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(default));

        Assert.Equal((StatusCode.InvalidArgument, "out_of_range"), (error.StatusCode, ReasonOf(error)));
    }

    [Fact]
    public async Task A_bug_tells_nothing_to_the_caller_and_everything_to_the_log()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _caller.SayAsync("bug"));

        Assert.Equal((StatusCode.Internal, "internal_error"), (error.StatusCode, error.Status.Detail));
        var log = Assert.Single(_host.Logs.Warnings);
        Assert.Equal((LogLevel.Error, "the secret of the server"), (log.Level, log.Error?.Message));
    }

    [Fact]
    public async Task That_a_third_service_is_away_is_told_without_its_address()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _caller.SayAsync("away"));

        Assert.Equal((StatusCode.Unavailable, "temporarily_unavailable"), (error.StatusCode, ReasonOf(error)));
        Assert.DoesNotContain("10.0.0.7", error.ToString(), StringComparison.Ordinal);
        Assert.All(_host.Logs.Warnings, log => Assert.Equal((LogLevel.Warning, null), (log.Level, log.Error)));
    }

    [Fact]
    public async Task Over_REST_it_is_a_try_later_that_the_service_behind_is_away()
    {
        var settings = (await TestIssuer.GetAsync()).SettingsFor("Sample");
        settings["Sample:Services:Echo"] = $"http://127.0.0.1:{FreePort.Next()}";
        await using var front = await RunningHost.StartAsync(settings);

        using var answer = await front.Http.GetAsync("/ask/hello");

        Assert.Equal("temporarily_unavailable", (await ToldProblem.ReadAsync(answer, HttpStatusCode.ServiceUnavailable)).Code);
    }

    private static string? ReasonOf(RpcException error) => error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason;
}
