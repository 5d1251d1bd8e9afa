using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.Notification.Hosting;

namespace Kommunebro.Tests.Notification.Events;

public sealed class NeedEventsTests(StartedServer started) : IClassFixture<StartedServer>
{
    private readonly NotificationServer _server = started.Server;

    [Fact]
    public async Task AUC_hears_of_a_submitted_need_in_the_inbox_and_by_e_mail_and_KS_does_not()
    {
        var need = Guid.CreateVersion7();
        await _server.HearAsync(NeedSubmitted.MessageName, new NeedSubmitted(need, 1, Places.Vinnytsia.MunicipalityId));

        var item = Assert.Single(await _server.InboxOfAsync(StaffRole.AucCoordinator, "uk"), item => item.SubjectId == $"{need}");
        Assert.Equal(("need_submitted", "need", "Нова потреба: громада «Вінницька»"), (item.Kind, item.SubjectType, item.Title));
        Assert.DoesNotContain(await _server.InboxOfAsync(StaffRole.KsCoordinator), item => item.SubjectId == $"{need}");
        var mail = await started.Smtp.WaitForAsync(
            mail => mail.To == "taras@auc.example" && mail.Subject == item.Title, "the e-mail to AUC");
        Assert.Contains("http://issuer.test/admin/", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(started.Smtp.Messages, mail => mail.To == "ingrid@ks.example" && mail.Subject.Contains("behov fra", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AUC_hears_of_a_question_and_the_contact_of_the_hromada_of_the_reply()
    {
        var need = Guid.CreateVersion7();
        await _server.HearAsync(NeedAsked.MessageName, new NeedAsked(need, 2, Places.Vinnytsia.MunicipalityId));
        await _server.HearAsync(NeedReplied.MessageName, new NeedReplied(need, 3, Places.Vinnytsia.MunicipalityId));

        var item = Assert.Single(await _server.InboxOfAsync(StaffRole.AucCoordinator, "en"), item => item.SubjectId == $"{need}");
        Assert.Equal(("need_asked", "Vinnytsia has a question"), (item.Kind, item.Title));
        Assert.DoesNotContain(await _server.InboxOfAsync(StaffRole.KsCoordinator), item => item.SubjectId == $"{need}");
        await started.Smtp.WaitForAsync(mail => mail.To == "taras@auc.example" && mail.Subject == "Запитання: громада «Вінницька»", "the e-mail to AUC");
        var letter = await started.Smtp.WaitForAsync(mail => mail.Text.Contains($"{need}", StringComparison.Ordinal), "the e-mail to the hromada");
        Assert.Equal(("olena@vinnytsia.example", "АМУ написала вам щодо вашої потреби"), (letter.To, letter.Subject));
    }

    [Fact]
    public async Task The_contact_of_a_hromada_is_told_of_every_decision_on_its_need_in_its_language()
    {
        var (returned, rejected, withdrawn) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var hromada = Places.Vinnytsia.MunicipalityId;
        var verified = Happenings.Verified(Guid.CreateVersion7());
        await _server.HearAsync(NeedReturned.MessageName, new NeedReturned(returned, 2, hromada));
        await _server.HearAsync(NeedRejected.MessageName, new NeedRejected(rejected, 2, hromada));
        await _server.HearAsync(NeedVerified.MessageName, verified);
        await _server.HearAsync(NeedWithdrawn.MessageName, new NeedWithdrawn(withdrawn, 4, hromada));

        foreach (var (need, subject) in new[]
        {
            (returned, "АМУ має запитання щодо вашої потреби"), (rejected, "Вашу потребу не прийнято"),
            (verified.NeedId, "АМУ підтвердила вашу потребу"), (withdrawn, "Вашу потребу відкликано"),
        })
        {
            var mail = await started.Smtp.WaitForAsync(mail => mail.Text.Contains($"{need}", StringComparison.Ordinal), subject);
            Assert.Equal(("olena@vinnytsia.example", subject), (mail.To, mail.Subject));
            Assert.StartsWith("Вітаємо, Олена Коваль!", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Насоси", mail.Text, StringComparison.Ordinal);
        }

        Assert.Contains(await _server.InboxOfAsync(StaffRole.AucCoordinator), item => item.SubjectId == $"{withdrawn}");
    }

    [Theory]
    [InlineData("duplicate", "Ваша потреба повторює іншу", "Need of Vinnytsia marked as a duplicate")]
    [InlineData("expired", "Ваша потреба більше не актуальна", "Need of Vinnytsia out of date")]
    [InlineData("suspended", "Вашу потребу призупинено з міркувань безпеки", "Need of Vinnytsia suspended for security")]
    [InlineData("closed", "Вашу потребу закрито", "Need of Vinnytsia closed")]
    public async Task Who_withdrew_nothing_is_not_told_that_it_did(string reason, string subject, string title)
    {
        var need = Guid.CreateVersion7();
        await _server.HearAsync(NeedWithdrawn.MessageName, new NeedWithdrawn(need, 4, Places.Vinnytsia.MunicipalityId, Reason: reason));

        var mail = await started.Smtp.WaitForAsync(mail => mail.Text.Contains($"{need}", StringComparison.Ordinal), subject);
        Assert.Equal(subject, mail.Subject);
        Assert.DoesNotContain("відкликано", mail.Text, StringComparison.Ordinal);
        Assert.Equal(title, Assert.Single(await _server.InboxOfAsync(StaffRole.AucCoordinator, "en"), item => item.SubjectId == $"{need}").Title);
    }

    [Theory]
    [InlineData(ReminderReason.VerificationEnds, "Підтвердження вашої потреби спливає 01.06.2027")]
    [InlineData(ReminderReason.VerificationEndsSoon, "Підтвердження вашої потреби спливає 01.06.2027")]
    [InlineData(ReminderReason.QuestionUnanswered, "АМУ досі чекає на вашу відповідь")]
    [InlineData(ReminderReason.Silence, "Чи ваша потреба досі актуальна?")]
    public async Task The_contact_of_a_hromada_is_reminded_in_its_language_and_staff_is_not(ReminderReason reason, string subject)
    {
        var need = Guid.CreateVersion7();
        // Late in the evening of the day before in UTC.
        var due = new DateTimeOffset(2027, 5, 31, 21, 30, 0, TimeSpan.Zero);
        await _server.HearAsync(NeedReminderDue.MessageName, new NeedReminderDue(need, 4, Places.Vinnytsia.MunicipalityId, reason, due));

        var mail = await started.Smtp.WaitForAsync(mail => mail.Text.Contains($"{need}", StringComparison.Ordinal), subject);
        Assert.Equal(("olena@vinnytsia.example", subject), (mail.To, mail.Subject));
        Assert.StartsWith("Вітаємо, Олена Коваль!", mail.Text, StringComparison.Ordinal);
        await _server.QuietAsync();
        Assert.Single(started.Smtp.Messages, mail => mail.Text.Contains($"{need}", StringComparison.Ordinal));
        Assert.DoesNotContain(await _server.InboxOfAsync(StaffRole.AucCoordinator), item => item.SubjectId == $"{need}");
    }

    [Fact]
    public async Task A_withdrawal_that_does_not_say_whose_need_it_was_still_reaches_AUC()
    {
        var need = Guid.CreateVersion7();
        await _server.HearAsync(NeedWithdrawn.MessageName, new NeedWithdrawn(need, 4));

        Assert.Contains(await _server.InboxOfAsync(StaffRole.AucCoordinator), item => item.SubjectId == $"{need}");
    }

    [Fact]
    public async Task An_event_that_comes_twice_is_told_once()
    {
        var (need, id) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var verified = Happenings.Verified(need);
        await _server.HearAsync(NeedVerified.MessageName, verified, id);
        await _server.HearAsync(NeedVerified.MessageName, verified, id);
        await started.Smtp.WaitForAsync(mail => mail.Text.Contains($"{need}", StringComparison.Ordinal), "the e-mail");
        await _server.QuietAsync();

        Assert.Single(started.Smtp.Messages, mail => mail.Text.Contains($"{need}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Coordinators_hear_of_each_need_without_a_partner_but_get_one_e_mail_for_the_run()
    {
        var run = Guid.CreateVersion7();
        var needs = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToList();
        await Task.WhenAll(needs.Select(need => _server.HearAsync(
            NeedUnmatched.MessageName, new NeedUnmatched(need, 3, Places.Vinnytsia.MunicipalityId, run))));
        await _server.HearAsync(RunCompleted.MessageName, new RunCompleted(run, $"staff:{Guid.CreateVersion7()}", 7, 5));

        foreach (var role in new[] { StaffRole.KsCoordinator, StaffRole.AucCoordinator })
        {
            var inbox = await _server.InboxOfAsync(role);
            Assert.All(needs, need => Assert.Contains(inbox, item => item.Kind == "need_unmatched" && item.SubjectId == $"{need}"));
            var completed = Assert.Single(inbox, item => item.SubjectId == $"{run}");
            Assert.Equal(("run", "The matching run is complete: 7 proposals"), (completed.SubjectType, completed.Title));
        }

        await started.Smtp.WaitForAsync(mail => mail.To == "ingrid@ks.example" && mail.Subject.StartsWith("Behov uten partner", StringComparison.Ordinal), "the e-mail to KS");
        await started.Smtp.WaitForAsync(mail => mail.To == "taras@auc.example" && mail.Subject.StartsWith("Потреби без партнера", StringComparison.Ordinal), "the e-mail to AUC");
        await _server.QuietAsync();
        Assert.Equal(2, (await _server.DeliveriesAsync()).Count(delivery => delivery.SubjectId == $"{run}"));
    }
}
