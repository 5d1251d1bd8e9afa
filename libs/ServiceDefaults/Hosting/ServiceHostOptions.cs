using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.ServiceDefaults;

/// <summary>How a host is built; a program of its own needs only its arguments.</summary>
/// <param name="Args">Command line, as configuration.</param>
public sealed record ServiceHostOptions(string[] Args)
{
    /// <summary>
    /// True when several hosts share the process. Then the composing program owns what a process has once: signals,
    /// tracer and meter provider. Such a host keeps no state in static fields, and reads only its own section.
    /// </summary>
    public bool SharedProcess { get; init; }

    /// <summary>Adds configuration that wins over all other.</summary>
    public Action<IConfigurationBuilder>? Configure { get; init; }

    /// <summary>
    /// Adds services before the host adds its own. What a host only adds when it is missing, as the
    /// <see cref="TimeProvider"/>, is thereby replaced.
    /// </summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }
}
