using Kommunebro.ServiceDefaults;

namespace Kommunebro.Notification.Webhooks;

/// <summary>Settings under "Notification:Webhooks".</summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// Lets webhooks stand on this machine, also without TLS. Only for trying things out: whoever may make a webhook could reach
    /// what listens here.
    /// </summary>
    public bool AllowLoopback { get; set; }

    /// <summary>How long a call may take, from the look-up of the name to the answer's head; more than 0, at most a minute.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a webhook may fail at every attempt before it is paused.</summary>
    public TimeSpan PauseAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>The settings of a host.</summary>
    /// <exception cref="SettingException">One of them is out of range.</exception>
    public static WebhookOptions Of(ServiceIdentity identity)
    {
        var options = identity.Settings.GetSection("Webhooks").Get<WebhookOptions>() ?? new WebhookOptions();
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromMinutes(1))
            throw new SettingException(
                $"{identity.Section}:Webhooks:Timeout is {options.Timeout}. It must be more than 0 and at most a minute, like 00:00:15.");
        if (options.PauseAfter <= TimeSpan.Zero)
            throw new SettingException($"{identity.Section}:Webhooks:PauseAfter is {options.PauseAfter}. It must be more than 0, like 3.00:00:00.");
        return options;
    }
}
