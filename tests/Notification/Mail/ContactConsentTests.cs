using Kommunebro.Contracts.Matching;
using Kommunebro.Testing;
using Kommunebro.Tests.Notification.Hosting;

namespace Kommunebro.Tests.Notification.Mail;

public sealed class ContactConsentTests
{
    [Fact]
    public async Task Who_did_not_agree_to_be_named_is_written_to_and_not_named_to_the_other_side()
    {
        await using var smtp = await SmtpPeer.StartNewAsync();
        await using var server = await NotificationServer.StartAsync(StartedServer.MailTo(smtp));
        server.AddContact(Places.Bergen.MunicipalityId, "Kari Nordmann", "kari@bergen.example", "nb");
        server.AddContact(Places.Bergen.MunicipalityId, "John Smith", "john@bergen.example", "en", consented: false);
        server.AddContact(Places.Vinnytsia.MunicipalityId, "Олена Коваль", "olena@vinnytsia.example", "uk", consented: false);

        await server.HearAsync(ProposalChanged.MessageName, Happenings.Proposal(ProposalEvent.AcceptedByHromada));

        var olena = await smtp.WaitForAsync(mail => mail.To == "olena@vinnytsia.example", "Olena's letter");
        Assert.Contains("Kari Nordmann, ordfører: kari@bergen.example", olena.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("john@bergen.example", olena.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("John", olena.Text, StringComparison.Ordinal);

        foreach (var to in new[] { "kari@bergen.example", "john@bergen.example" })
        {
            var letter = await smtp.WaitForAsync(mail => mail.To == to, $"the letter to {to}");
            Assert.DoesNotContain("olena@vinnytsia.example", letter.Text, StringComparison.Ordinal);
            Assert.Contains(to.StartsWith("kari", StringComparison.Ordinal) ? "En koordinator sender" : "A coordinator will send", letter.Text, StringComparison.Ordinal);
        }
    }
}
