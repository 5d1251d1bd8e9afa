using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Notification.Hosting;

namespace Kommunebro.Tests.Notification.Events;

/// <summary>Who offers is asked by letter whether it still holds, and the coordinators of its side know that it was.</summary>
public sealed class OfferConfirmationTests(StartedServer started) : IClassFixture<StartedServer>
{
    private readonly NotificationServer _server = started.Server;

    [Theory]
    [InlineData(ConfirmationMoment.Ahead, "04.03.2027", "Gjelder det dere har meldt inn fortsatt?", "Confirmation needed: Bergen")]
    [InlineData(ConfirmationMoment.DayCame, "05.03.2027", "Vi trenger svar: Gjelder det dere har meldt inn fortsatt?", "Not confirmed: Bergen")]
    public async Task A_supplier_gets_one_letter_in_its_contacts_language_and_KS_an_item(
        ConfirmationMoment moment, string day, string subject, string title)
    {
        var due = new OfferConfirmationDue(
            Guid.CreateVersion7(), 3, Places.Bergen.MunicipalityId, Country.No, moment, DateOnly.ParseExact(day, "dd.MM.yyyy", null));
        var id = Guid.CreateVersion7();

        await _server.HearAsync(OfferConfirmationDue.MessageName, due, id);
        await _server.HearAsync(OfferConfirmationDue.MessageName, due, id);

        var mail = await started.Smtp.WaitForAsync(mail => mail.Text.Contains(day, StringComparison.Ordinal), subject);
        Assert.Equal(subject, mail.Subject);
        Assert.Contains("KS", mail.Text, StringComparison.Ordinal);
        await _server.QuietAsync();
        Assert.Single(started.Smtp.Messages, mail => mail.Text.Contains(day, StringComparison.Ordinal));
        var item = Assert.Single(await _server.InboxOfAsync(StaffRole.KsCoordinator, "en"), item => item.Title == title);
        Assert.Equal(("offer_confirmation", "municipality", $"{Places.Bergen.MunicipalityId}"), (item.Kind, item.SubjectType, item.SubjectId));
        Assert.DoesNotContain(await _server.InboxOfAsync(StaffRole.AucCoordinator, "en"), item => item.Title == title);
    }

    [Fact]
    public async Task A_hromada_is_asked_in_Ukrainian_without_a_threat_and_AUC_knows_it()
    {
        var due = new OfferConfirmationDue(
            Guid.CreateVersion7(), 3, Places.Vinnytsia.MunicipalityId, Country.Ua, ConfirmationMoment.DayCame, new DateOnly(2027, 3, 6));

        await _server.HearAsync(OfferConfirmationDue.MessageName, due);

        var mail = await started.Smtp.WaitForAsync(mail => mail.Text.Contains("06.03.2027", StringComparison.Ordinal), "the letter");
        Assert.Equal(("olena@vinnytsia.example", "Потрібна відповідь: чи ваша пропозиція досі чинна?"), (mail.To, mail.Subject));
        Assert.Contains("ніщо не припиняється саме собою", mail.Text, StringComparison.Ordinal);
        Assert.Single(await _server.InboxOfAsync(StaffRole.AucCoordinator, "en"), item => item.Title == "Not confirmed: Vinnytsia");
        Assert.DoesNotContain(await _server.InboxOfAsync(StaffRole.KsCoordinator, "en"), item => item.Title == "Not confirmed: Vinnytsia");
    }

    [Fact]
    public async Task Where_a_person_decides_nobody_is_written_to_and_AUC_is_told_why()
    {
        var due = new OfferConfirmationDue(
            Guid.CreateVersion7(), 3, Places.Vinnytsia.MunicipalityId, Country.Ua, ConfirmationMoment.Ahead, new DateOnly(2027, 3, 7), ByPerson: true);

        await _server.HearAsync(OfferConfirmationDue.MessageName, due);
        await _server.QuietAsync();

        Assert.DoesNotContain(started.Smtp.Messages, mail => mail.Text.Contains("07.03.2027", StringComparison.Ordinal));
        var item = Assert.Single(await _server.InboxOfAsync(StaffRole.AucCoordinator, "en"), item => item.Title == "Confirmation needed: Vinnytsia");
        Assert.Contains("Nobody was written to", item.Text, StringComparison.Ordinal);
    }
}
