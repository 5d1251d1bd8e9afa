using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Tests.Notification.Hosting;

namespace Kommunebro.Tests.Notification.Events;

public sealed class PartnershipEventsTests(StartedServer started) : IClassFixture<StartedServer>
{
    private readonly NotificationServer _server = started.Server;

    [Theory]
    [InlineData(PartnershipEvent.Started, PartnershipStage.FirstTalk, "partnership_started", "First talk agreed: Bergen – Vinnytsia")]
    [InlineData(PartnershipEvent.Registered, PartnershipStage.Active, "partnership_registered", "Partnership registered: Bergen – Vinnytsia")]
    [InlineData(PartnershipEvent.StageReached, PartnershipStage.LetterOfIntent, "partnership_stage_reached", "Bergen – Vinnytsia: letter of intent")]
    [InlineData(PartnershipEvent.FollowUpDue, PartnershipStage.Exploring, "follow_up_due", "Follow-up due: Bergen – Vinnytsia")]
    public async Task Both_coordinators_hear_of_every_step(PartnershipEvent what, PartnershipStage stage, string kind, string title)
    {
        var partnership = Happenings.Partnership(what, stage);
        await _server.HearAsync(PartnershipChanged.MessageName, partnership);

        foreach (var role in new[] { StaffRole.KsCoordinator, StaffRole.AucCoordinator })
        {
            var item = Assert.Single(await _server.InboxOfAsync(role), item => item.SubjectId == $"{partnership.PartnershipId}");
            Assert.Equal((kind, title, "partnership"), (item.Kind, item.Title, item.SubjectType));
        }

        await _server.QuietAsync();
    }

    [Fact]
    public async Task The_parties_hear_of_a_stage_and_the_coordinators_of_a_follow_up_by_e_mail()
    {
        await _server.HearAsync(
            PartnershipChanged.MessageName, Happenings.Partnership(PartnershipEvent.StageReached, PartnershipStage.AcuteHelp));
        await _server.HearAsync(
            PartnershipChanged.MessageName, Happenings.Partnership(PartnershipEvent.FollowUpDue, PartnershipStage.Exploring));

        await started.Smtp.WaitForAsync(
            mail => mail.To == "olena@vinnytsia.example" && mail.Subject == "Партнерство: Берген (погоджена термінова допомога)", "the hromada");
        await started.Smtp.WaitForAsync(
            mail => mail.To == "kari@bergen.example" && mail.Subject == "Samarbeidet med Vinnytska: akutthjelp avtalt", "the supplier");
        await started.Smtp.WaitForAsync(
            mail => mail.To == "ingrid@ks.example" && mail.Text.Contains("(07.12.2026). Trinn: blir kjent.", StringComparison.Ordinal), "the follow-up");
    }
}
