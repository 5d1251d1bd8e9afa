using Kommunebro.ServiceDefaults;

namespace Kommunebro.Notification.Sending;

/// <summary>Settings under "Notification:Sender".</summary>
public sealed class SenderOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How many deliveries are under way at a time; 1 to 16.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>How often an idle sender looks for a delivery.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a sender that gives no sign of life keeps a delivery; longer than any attempt may take.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan AttemptLimit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long e-mail is tried before it counts as failed.</summary>
    public TimeSpan MailPatience { get; set; } = TimeSpan.FromDays(5);

    /// <summary>How long to wait after a run's first need without a partner, so that one e-mail tells of all.</summary>
    public TimeSpan GatherUnmatched { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The settings of a host.</summary>
    /// <exception cref="SettingException">One of them is out of range.</exception>
    public static SenderOptions Of(ServiceIdentity identity)
    {
        var section = $"{identity.Section}:Sender";
        var options = identity.Settings.GetSection("Sender").Get<SenderOptions>() ?? new SenderOptions();
        if (options.Concurrency is < 1 or > 16)
            throw new SettingException($"{section}:Concurrency is {options.Concurrency}. It must be 1 to 16.");
        foreach (var (name, value) in new[]
        {
            (nameof(PollInterval), options.PollInterval), (nameof(Lease), options.Lease), (nameof(AttemptLimit), options.AttemptLimit),
        })
            if (value <= TimeSpan.Zero || value > Longest)
                throw new SettingException($"{section}:{name} is {value}. It must be more than 0 and at most a day, like 00:00:30.");
        if (options.AttemptLimit >= options.Lease)
            throw new SettingException($"{section}:AttemptLimit must be shorter than {section}:Lease, or two senders send the same.");
        return options;
    }
}
