using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;
using Status = Google.Rpc.Status;

namespace Kommunebro.ServiceDefaults;

/// <summary>The one place where a refusal becomes a gRPC status with details (google.rpc.Status); a bug tells nothing.</summary>
internal sealed partial class RefusalInterceptor(ILogger<RefusalInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception error)
        {
            throw Translate(error, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception error)
        {
            throw Translate(error, context);
        }
    }

    private RpcException Translate(Exception error, ServerCallContext context)
    {
        if (context.CancellationToken.IsCancellationRequested)
            return new RpcException(new global::Grpc.Core.Status(StatusCode.Cancelled, "cancelled"));
        if (Foreseen.RefusalOf(error) is { } refusal)
        {
            if (refusal.Kind == RefusalKind.Unavailable)
                Log.Unavailable(logger, context.Method, Activity.Current?.TraceId, error.GetBaseException().Message);
            return StatusOf(refusal).ToRpcException();
        }

        Log.Failed(logger, error, context.Method, Activity.Current?.TraceId);
        return new RpcException(new global::Grpc.Core.Status(StatusCode.Internal, "internal_error"));
    }

    private static Status StatusOf(Refusal refusal)
    {
        var status = new Status
        {
            Code = (int)CodeOf(refusal.Kind),
            Message = refusal.Message,
            Details = { Any.Pack(new ErrorInfo { Reason = refusal.Code }) },
        };
        if (refusal.Violations.Count > 0)
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { refusal.Violations.Select(ViolationOf) } }));
        return status;
    }

    private static BadRequest.Types.FieldViolation ViolationOf(Violation violation) =>
        new() { Field = violation.Field, Reason = violation.Code, Description = violation.Message };

    private static Code CodeOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid or RefusalKind.Unprocessable => Code.InvalidArgument,
        RefusalKind.Forbidden => Code.PermissionDenied,
        RefusalKind.NotFound => Code.NotFound,
        RefusalKind.Conflict or RefusalKind.VersionRequired => Code.FailedPrecondition,
        RefusalKind.VersionMismatch => Code.Aborted,
        RefusalKind.Unavailable => Code.Unavailable,
        _ => throw new UnreachableException(),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed (trace {TraceId})")]
        public static partial void Failed(ILogger logger, Exception error, string method, ActivityTraceId? traceId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} could not be answered (trace {TraceId}): {Reason}")]
        public static partial void Unavailable(ILogger logger, string method, ActivityTraceId? traceId, string reason);
    }
}
