using Kommunebro.Notification.Deliveries;
using MimeKit;

namespace Kommunebro.Notification.Mail;

/// <summary>The way out for e-mail: a mail server, or a folder where none is wanted.</summary>
internal interface IMailTransport
{
    /// <summary>
    /// Hands the message over. What comes of it is told as a code without words of the other side, since those repeat the address.
    /// </summary>
    Task<Outcome> SendAsync(MimeMessage message, CancellationToken cancellationToken);
}
