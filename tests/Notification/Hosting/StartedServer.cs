using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Testing;

namespace Kommunebro.Tests.Notification.Hosting;

/// <summary>A server with a mail server, people on both sides and coordinators, for tests of a class.</summary>
public sealed class StartedServer : IAsyncLifetime
{
    public NotificationServer Server { get; private set; } = null!;

    public SmtpPeer Smtp { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Smtp = await SmtpPeer.StartNewAsync();
        Server = await NotificationServer.StartAsync(MailTo(Smtp));
        Server.AddContact(Places.Vinnytsia.MunicipalityId, "Олена Коваль", "olena@vinnytsia.example", "uk");
        Server.AddContact(Places.Bergen.MunicipalityId, "Kari Nordmann", "kari@bergen.example", "nb");
        Server.AddContact(Places.Bergen.MunicipalityId, "John Smith", "john@bergen.example", "en");
        Server.AddStaff("Ingrid", "ingrid@ks.example", "nb", StaffRole.KsCoordinator);
        Server.AddStaff("Taras", "taras@auc.example", "uk", StaffRole.AucCoordinator);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Smtp.DisposeAsync();
    }

    /// <summary>Tells of a proposal.</summary>
    public Task HearAsync(ProposalChanged message) => Server.HearAsync(ProposalChanged.MessageName, message);

    /// <summary>Settings that send mail to <paramref name="smtp"/>.</summary>
    public static Dictionary<string, string?> MailTo(SmtpPeer smtp) => new()
    {
        ["Notification:Smtp:Host"] = "127.0.0.1",
        ["Notification:Smtp:Port"] = smtp.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Notification:Smtp:From"] = "Kommunebro <no-reply@kommunebro.example>",
    };
}
