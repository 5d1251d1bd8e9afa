using System.Net.Sockets;
using Kommunebro.Notification.Deliveries;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Kommunebro.Notification.Mail;

/// <summary>Hands e-mail to a mail server.</summary>
internal sealed class SmtpMail(MailOptions options) : IMailTransport
{
    private const int FirstPermanentCode = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<Outcome> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.Host))
            return Outcome.Later("mail_not_configured");
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(options.Host, options.Port, options.Security, cancellationToken);
            if (!string.IsNullOrEmpty(options.User))
                await client.AuthenticateAsync(options.User, options.Password ?? "", cancellationToken);
            await client.SendAsync(message, cancellationToken);
            await LeaveAsync(client, cancellationToken);
            return Outcome.Delivered;
        }
        catch (SmtpCommandException refused)
        {
            var code = $"smtp_{(int)refused.StatusCode}";
            // What the server holds against the sender or the session is for its operator to mend, and then worth another try.
            return (int)refused.StatusCode >= FirstPermanentCode
                && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted
                ? Outcome.Failed(code)
                : Outcome.Later(code);
        }
        catch (Exception trouble) when (CodeOf(trouble) is { } code)
        {
            return Outcome.Later(code);
        }
    }

    // The server has taken the message: a broken farewell must not send it twice.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or SocketException or ProtocolException or CommandException)
        {
            // Nothing is left to say.
        }
    }

    private static string? CodeOf(Exception trouble) => trouble switch
    {
        AuthenticationException => "smtp_sign_in_refused",
        SslHandshakeException or NotSupportedException => "smtp_tls_failed",
        SocketException or IOException => "smtp_unreachable",
        ServiceNotConnectedException or ProtocolException or TimeoutException => "smtp_broken",
        _ => null,
    };
}
