using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Testing;
using Kommunebro.Tests.Notification.Hosting;

namespace Kommunebro.Tests.Notification.Events;

public sealed class ProposalEventsTests(StartedServer started) : IClassFixture<StartedServer>
{
    private readonly NotificationServer _server = started.Server;

    [Fact]
    public async Task A_released_proposal_asks_every_contact_of_the_supplier_by_a_link_of_its_own_and_nobody_else()
    {
        var proposal = Happenings.Proposal(ProposalEvent.ReleasedToSupplier);
        await started.HearAsync(proposal);

        // Other tests of this class ask the same people about other proposals.
        var kari = await started.Smtp.WaitForAsync(
            mail => mail.To == "kari@bergen.example" && mail.Subject == "Vil Bergen ha en første samtale med Vinnytska?" && Asks(mail), "Kari is asked");
        var john = await started.Smtp.WaitForAsync(
            mail => mail.To == "john@bergen.example" && mail.Subject == "Would Bergen like a first talk with Vinnytsia?" && Asks(mail), "John is asked");
        await _server.QuietAsync();

        Assert.Equal(2, Links().Count());
        Assert.All(Links(), link => Assert.Equal("supplier", link.Side));
        Assert.Single(Links(), link => HasLine(kari, link.Token));
        Assert.Contains("innen 08.01.2027", kari.Text, StringComparison.Ordinal);
        Assert.Contains("by 8 January 2027", john.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"http://issuer.test/admin/answer/", kari.Message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(2, (await DeliveriesOfAsync(proposal)).Count);

        IEnumerable<(string Proposal, string Side, string Token)> Links() => _server.World.Links.Where(link => link.Proposal == $"{proposal.ProposalId}");
        bool Asks(ReceivedMail mail) => Links().Any(link => HasLine(mail, link.Token));
        static bool HasLine(ReceivedMail mail, string token) =>
            mail.Text.Contains($"\nhttp://issuer.test/admin/answer/{token}\n", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hromada_is_asked_after_the_suppliers_yes_and_both_coordinators_hear_of_it()
    {
        var id = Guid.CreateVersion7();
        await started.HearAsync(Happenings.Proposal(ProposalEvent.AcceptedBySupplier, id));
        await started.HearAsync(Happenings.Proposal(ProposalEvent.ReleasedToHromada, id));

        var mail = await started.Smtp.WaitForAsync(
            mail => mail.To == "olena@vinnytsia.example" && mail.Subject == "Берген хоче з вами поговорити", "the hromada is asked");
        Assert.Contains("http://issuer.test/admin/answer/", mail.Text, StringComparison.Ordinal);
        foreach (var role in new[] { StaffRole.KsCoordinator, StaffRole.AucCoordinator })
            Assert.Contains(
                await _server.InboxOfAsync(role), item => item.SubjectId == $"{id}" && item.Kind == "proposal_accepted_by_supplier");
        await started.Smtp.WaitForAsync(
            mail => mail.To == "ingrid@ks.example" && mail.Subject == "Bergen har sagt ja til Vinnytska", "KS hears of the yes");
    }

    [Theory]
    [InlineData(ApprovalKey.Ks, StaffRole.AucCoordinator, StaffRole.KsCoordinator)]
    [InlineData(ApprovalKey.Auc, StaffRole.KsCoordinator, StaffRole.AucCoordinator)]
    public async Task The_holder_of_the_missing_key_is_told_and_the_other_is_not(ApprovalKey turned, string told, string spared)
    {
        var approved = Happenings.Proposal(ProposalEvent.ApprovedByOneKey, key: turned);
        var byHand = Happenings.Proposal(ProposalEvent.Proposed, key: turned);
        await started.HearAsync(approved);
        await started.HearAsync(byHand);

        Assert.Contains(await _server.InboxOfAsync(told), item => item.SubjectId == $"{approved.ProposalId}");
        Assert.Contains(await _server.InboxOfAsync(told), item => item.SubjectId == $"{byHand.ProposalId}" && item.Kind == "proposal_by_hand");
        Assert.DoesNotContain(
            await _server.InboxOfAsync(spared), item => item.SubjectId == $"{approved.ProposalId}" || item.SubjectId == $"{byHand.ProposalId}");
    }

    [Fact]
    public async Task What_a_run_proposes_or_takes_back_before_anybody_was_asked_is_told_to_nobody()
    {
        var id = Guid.CreateVersion7();
        await started.HearAsync(Happenings.Proposal(ProposalEvent.Proposed, id));
        await started.HearAsync(Happenings.Proposal(ProposalEvent.Withdrawn, id));

        Assert.DoesNotContain(await _server.InboxOfAsync(StaffRole.KsCoordinator), item => item.SubjectId == $"{id}");
        Assert.DoesNotContain(await _server.DeliveriesAsync(), delivery => delivery.SubjectId == $"{id}");
    }

    [Fact]
    public async Task Who_was_asked_is_told_that_the_proposal_was_taken_back_and_a_hromada_that_was_not_asked_hears_nothing()
    {
        var asked = Happenings.Proposal(ProposalEvent.ReleasedToSupplier);
        await started.HearAsync(asked);
        await _server.QuietAsync();
        await started.HearAsync(Happenings.Proposal(ProposalEvent.Withdrawn, asked.ProposalId));
        await _server.QuietAsync();

        var told = (await DeliveriesOfAsync(asked)).Where(delivery => delivery.Kind == "proposal_withdrawn").ToList();
        Assert.Equal(2, told.Count);
        Assert.All(told, delivery => Assert.StartsWith($"municipality:{Places.Bergen.MunicipalityId}/contact:", delivery.Recipient, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_yeses_give_each_party_the_others_contacts()
    {
        var accepted = Happenings.Proposal(ProposalEvent.AcceptedByHromada);
        await started.HearAsync(accepted);

        var kari = await started.Smtp.WaitForAsync(
            mail => mail.To == "kari@bergen.example" && mail.Subject == "Første samtale med Vinnytska", "Kari's letter");
        var olena = await started.Smtp.WaitForAsync(
            mail => mail.To == "olena@vinnytsia.example" && mail.Subject == "Перша розмова: Берген", "Olena's letter");
        Assert.Contains("Олена Коваль, ordfører: olena@vinnytsia.example", kari.Text, StringComparison.Ordinal);
        Assert.Contains("Kari Nordmann, ordfører: kari@bergen.example\nJohn Smith, ordfører: john@bergen.example", olena.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kari@bergen.example", kari.Text, StringComparison.Ordinal);
        Assert.Contains(await _server.InboxOfAsync(StaffRole.AucCoordinator), item => item.SubjectId == $"{accepted.ProposalId}");
    }

    [Fact]
    public async Task A_no_of_the_hromada_goes_with_its_reason_to_the_coordinators_and_not_to_the_supplier()
    {
        var declined = Happenings.Proposal(ProposalEvent.DeclinedByHromada, reason: DeclineReason.SecurityOrTravel);
        await started.HearAsync(declined);
        await _server.QuietAsync();

        var item = Assert.Single(await _server.InboxOfAsync(StaffRole.KsCoordinator, "nb"), item => item.SubjectId == $"{declined.ProposalId}");
        Assert.Contains("Grunn: sikkerhet eller reise", item.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            await DeliveriesOfAsync(declined), delivery => delivery.Recipient.StartsWith("municipality:", StringComparison.Ordinal) && delivery.Channel == "email");
    }

    [Fact]
    public async Task A_letter_that_asks_for_an_answer_is_not_sent_when_the_answer_came_meanwhile()
    {
        _server.World.IsAnswered = true;
        try
        {
            var proposal = Happenings.Proposal(ProposalEvent.ReleasedToSupplier);
            await started.HearAsync(proposal);
            await _server.DeliveryAsync(
                delivery => delivery.SubjectId == $"{proposal.ProposalId}" && delivery.Status == "failed" && delivery.LastError == "settled_meanwhile",
                "the letter is given up");
            Assert.DoesNotContain(
                await _server.InboxOfAsync(StaffRole.KsCoordinator), item => item.SubjectId == $"{proposal.ProposalId}");
        }
        finally
        {
            _server.World.IsAnswered = false;
        }
    }

    private async Task<IReadOnlyList<Contracts.Notification.V1.Delivery>> DeliveriesOfAsync(ProposalChanged proposal) =>
        [.. (await _server.DeliveriesAsync()).Where(delivery => delivery.SubjectId == $"{proposal.ProposalId}")];
}
