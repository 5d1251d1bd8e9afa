using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Kommunebro.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.ServiceDefaults.Sample;

internal sealed class EchoService : Echo.EchoBase
{
    public override async Task<SayReply> Say(SayRequest request, ServerCallContext context)
    {
        switch (request.Text)
        {
            case "bug":
                throw new InvalidOperationException("the secret of the server");
            case "invalid":
                throw Refusal.Invalid([new Violation("text", "too_short", "It needs more."), new Violation("tone", "too_loud", "Be gentle.")]);
            case "conflict":
                throw new Refusal(RefusalKind.Conflict, "already_said", "It has been said.");
            case "away":
                throw new RpcException(new Status(StatusCode.Unavailable, "10.0.0.7 does not answer"));
            case "third time" when context.RequestHeaders.GetValue("grpc-previous-rpc-attempts") != "2":
                throw new Refusal(RefusalKind.Unavailable, "not_yet", "Ask again.");
            case "note":
                var db = context.GetHttpContext().RequestServices.GetRequiredService<SampleDb>();
                db.Add(new Note { Text = request.Text });
                await db.SaveChangesAsync(context.CancellationToken);
                break;
            case "wait":
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
                break;
        }

        return Reply(request.Text, context);
    }

    public override async Task Count(CountRequest request, IServerStreamWriter<SayReply> responseStream, ServerCallContext context)
    {
        if (request.To < 0)
            throw new Refusal(RefusalKind.Invalid, "out_of_range", "Count upwards.", "to");
        for (var number = 1; number <= request.To; number++)
        {
            await Task.Delay(request.Pause, context.CancellationToken);
            await responseStream.WriteAsync(Reply(number.ToString(CultureInfo.InvariantCulture), context), context.CancellationToken);
        }
    }

    private static SayReply Reply(string text, ServerCallContext context) => new()
    {
        Text = text,
        TraceId = Activity.Current?.TraceId.ToString() ?? "",
        SecondsLeft = context.Deadline == DateTime.MaxValue ? 0 : (context.Deadline - TimeProvider.System.GetUtcNow().UtcDateTime).TotalSeconds,
    };
}
