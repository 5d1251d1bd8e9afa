using System.Diagnostics;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Gateway.Edge;

/// <summary>
/// Where traces begin. A stranger must not choose the ids by which we find things, nor what is sampled, nor send baggage into every
/// service; so a trace begins here. Setting "Gateway:TrustTraceHeaders": true when a proxy
/// before the gateway begins traces itself and lets no one else's headers through. The answer tells the trace's id.
/// </summary>
internal sealed class OwnTraces(ServiceIdentity gateway) : DistributedContextPropagator
{
    /// <summary>The header that tells the trace's id, as a problem's traceId does.</summary>
    public const string Header = "Trace-Id";

    private static readonly DistributedContextPropagator Standard = CreateDefaultPropagator();

    private readonly bool _trusted = gateway.Settings.GetValue("TrustTraceHeaders", defaultValue: false);

    /// <inheritdoc />
    public override IReadOnlyCollection<string> Fields => Standard.Fields;

    /// <inheritdoc />
    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) => Standard.Inject(activity, carrier, setter);

    /// <inheritdoc />
    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
    {
        (traceId, traceState) = (null, null);
        if (_trusted)
            Standard.ExtractTraceIdAndState(carrier, getter, out traceId, out traceState);
    }

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
