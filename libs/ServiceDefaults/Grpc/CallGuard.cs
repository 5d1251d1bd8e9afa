using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Configuration;
using Polly;
using Polly.CircuitBreaker;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// Gives unary calls a deadline and a circuit breaker. The breaker stands here because gRPC's failures are trailers
/// that the HTTP resilience handler does not see. Streams are exempt: they may last.
/// </summary>
internal sealed class CallGuard<TClient> : Interceptor
{
    private static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(5);

    private static readonly Status CircuitOpen = new(StatusCode.Unavailable, "circuit open");

    private readonly TimeSpan _deadline;
    private readonly ResiliencePipeline _breaker;

    public CallGuard(TimeProvider clock, ServiceIdentity identity)
    {
        _deadline = identity.Settings.GetValue("Services:Deadline", DefaultDeadline);
        _breaker = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<RpcException>(
                    error => error.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded),
                FailureRatio = 0.5,
                MinimumThroughput = 8,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(10),
            })
            .Build();
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        AsyncUnaryCall<TResponse>? call = null;
        var guarded = WithDeadline(context);
        // The breaker begins the call before it returns, or refuses it for good.
        var response = AnswerAsync(() => call = continuation(request, guarded));
        return call is null
            ? new AsyncUnaryCall<TResponse>(response, Task.FromResult<Metadata>([]), () => CircuitOpen, () => [], () => { })
            : new AsyncUnaryCall<TResponse>(response, call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
        throw new NotSupportedException($"Await {context.Method.Name}Async: the other one blocks a thread, and has no deadline.");

    private async Task<TResponse> AnswerAsync<TResponse>(Func<AsyncUnaryCall<TResponse>> begin)
    {
        try
        {
            return await _breaker.ExecuteAsync(async _ => await begin());
        }
        catch (BrokenCircuitException)
        {
            throw new RpcException(CircuitOpen);
        }
    }

    private ClientInterceptorContext<TRequest, TResponse> WithDeadline<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class
    {
        // gRPC measures by the system's clock, so a test's clock must not set it.
        var deadline = context.Options.Deadline ?? TimeProvider.System.GetUtcNow().Add(_deadline).UtcDateTime;
        return new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, context.Options.WithDeadline(deadline));
    }
}
