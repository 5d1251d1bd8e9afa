using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>What the services say when they say no, in the form in which they say it.</summary>
public static class Refusals
{
    public static RpcException Of(Code code, string reason, params (string Field, string Code, string Message)[] fields)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = $"refused: {reason}", Details = { Any.Pack(new ErrorInfo { Reason = reason }) } };
        if (fields.Length > 0)
            status.Details.Add(Any.Pack(new BadRequest
            {
                FieldViolations =
                {
                    fields.Select(field => new BadRequest.Types.FieldViolation { Field = field.Field, Reason = field.Code, Description = field.Message }),
                },
            }));
        return status.ToRpcException();
    }

    public static RpcException NotFound(string reason) => Of(Code.NotFound, reason);

    public static RpcException VersionMismatch() => Of(Code.Aborted, "version_mismatch");
}
