using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Kommunebro.ServiceDefaults;

/// <summary>A host's own name and settings.</summary>
/// <param name="Section">The section of the configuration, e.g. "NeedsIntake".</param>
/// <param name="Settings">That section.</param>
public sealed record ServiceIdentity(string Section, IConfigurationSection Settings)
{
    /// <summary>The value of <paramref name="key"/> in the host's section.</summary>
    /// <exception cref="SettingException">It is not set.</exception>
    public string Require(string key) => Settings[key] is { Length: > 0 } value
        ? value
        : throw new SettingException(
            $"The setting {Section}:{key} is missing. Set the environment variable {Section}__{key.Replace(":", "__", StringComparison.Ordinal)}.");

    /// <summary>The identity of the host that <paramref name="builder"/> builds.</summary>
    public static ServiceIdentity Of(IHostApplicationBuilder builder) =>
        (ServiceIdentity)builder.Properties[typeof(ServiceIdentity)];
}
