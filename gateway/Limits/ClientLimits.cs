using Kommunebro.ServiceDefaults;

namespace Kommunebro.Gateway.Limits;

/// <summary>Limits what one client or person with a token may ask, in a while and at once.</summary>
internal sealed class ClientLimits(RequestDelegate next, LimitSettings settings, TimeProvider clock)
{
    private readonly Limit _all = new(settings.Client, clock);

    public Task InvokeAsync(HttpContext context)
    {
        var caller = Caller.Of(context.User);
        if (caller.Kind == CallerKind.Nobody)
            return next(context);
        if (!_all.Admits(caller.Actor, context, out var allowance))
            return Task.CompletedTask;
        if (allowance.TryBegin(settings.AtOnce))
            return RunAsync(context, allowance);
        Limit.TooMany(context, 1);
        return Task.CompletedTask;
    }

    private async Task RunAsync(HttpContext context, Allowance allowance)
    {
        try
        {
            await next(context);
        }
        finally
        {
            allowance.End();
        }
    }
}
