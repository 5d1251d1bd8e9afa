using Kommunebro.ServiceDefaults;
using MailKit.Security;
using MimeKit;

namespace Kommunebro.Notification.Mail;

/// <summary>Settings under "Notification:Smtp" and "Notification:Mail".</summary>
public sealed class MailOptions
{
    /// <summary>The mail server; without it, and without a folder, e-mail waits.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>The account at the mail server; null sends without signing in.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Who writes, e.g. "Kommunebro &lt;no-reply@kommunebro.example&gt;".</summary>
    public string From { get; set; } = "Kommunebro <no-reply@localhost>";

    /// <summary>"starttls" (demanded, not only tried), "tls" from the first byte, or "none".</summary>
    public string Tls { get; set; } = "starttls";

    /// <summary>"Notification:Mail:Folder": e-mail is written into this folder, one .eml file each, and not sent.</summary>
    public string? Folder { get; private set; }

    internal MailboxAddress Sender { get; private set; } = null!;

    internal SecureSocketOptions Security { get; private set; }

    /// <summary>The settings of a host.</summary>
    /// <exception cref="SettingException">One of them is wrong.</exception>
    public static MailOptions Of(ServiceIdentity identity)
    {
        var options = identity.Settings.GetSection("Smtp").Get<MailOptions>() ?? new MailOptions();
        options.Folder = identity.Settings["Mail:Folder"] is { Length: > 0 } folder ? folder : null;
        if (options is { Folder: not null, Host.Length: > 0 })
            throw new SettingException($"{identity.Section}:Smtp:Host and {identity.Section}:Mail:Folder are both set. Keep one.");
        options.Sender = MailboxAddress.TryParse(options.From, out var sender)
            ? sender
            : throw new SettingException($"{identity.Section}:Smtp:From is '{options.From}'. It must be like Kommunebro <no-reply@kommunebro.example>.");
        options.Security = options.Tls switch
        {
            "starttls" => SecureSocketOptions.StartTls,
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => throw new SettingException($"{identity.Section}:Smtp:Tls is '{options.Tls}'. It must be starttls, tls or none."),
        };
        return options;
    }
}
