using Kommunebro.Notification.Deliveries;
using MimeKit;

namespace Kommunebro.Notification.Mail;

/// <summary>Writes e-mail into a folder, to be looked at where no mail is to leave the machine.</summary>
internal sealed class MailFolder(string folder) : IMailTransport
{
    public async Task<Outcome> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{message.MessageId!.Split('@')[0]}.eml");
        // Beside its place and then renamed, so that who watches the folder never reads half a message.
        var draft = $"{file}.part";
        await message.WriteToAsync(draft, cancellationToken);
        File.Move(draft, file, overwrite: true);
        return Outcome.Delivered;
    }
}
