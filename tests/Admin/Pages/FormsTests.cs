using Google.Rpc;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Notification.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>Forms, without script: what they send, and what a refusal looks like.</summary>
public sealed class FormsTests : IAsyncLifetime
{
    private AdminServer _server = null!;
    private Visitor _staff = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await AdminServer.StartAsync();
        _staff = await _server.StaffAsync(StaffRole.KsCoordinator, StaffRole.AucCoordinator);
    }

    public async ValueTask DisposeAsync()
    {
        _staff.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_key_confirms_the_assumed_person_days()
    {
        var page = await _staff.GetAsync($"proposals/{Samples.ProposalId}");
        Assert.False(page.HasForm("approve_auc"));

        await _staff.SubmitAsync(page, "approve_ks", ("personDays", "38"));

        var request = Assert.Single(_server.Heard.Of<ApproveProposalRequest>());
        Assert.Equal(("ks", 5L, 38), (request.Key, request.Version, request.PersonDays));
    }

    [Fact]
    public async Task One_person_cannot_turn_both_keys()
    {
        _server.Heard.Refuse<ApproveProposalRequest>(Refusals.Of(Code.FailedPrecondition, "same_person"));

        var page = await _staff.SubmitAsync(await _staff.GetAsync($"proposals/{Samples.ProposalId}"), "approve_ks");

        Assert.Contains("two different persons", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_recorded_with_who_when_and_how()
    {
        await _staff.SubmitAsync(
            await _staff.GetAsync($"proposals/{Samples.ProposalId}"),
            "record_supplier_answer",
            ("accepted", "no"), ("reason", "funding_missing"), ("channel", "phone"), ("answeredOn", "2026-11-20"));

        var request = Assert.Single(_server.Heard.Of<RecordAnswerRequest>());
        Assert.Equal(
            ("supplier", false, "funding_missing", "phone", "2026-11-20"),
            (request.Side, request.Accepted, request.Reason, request.Channel, request.AnsweredOn));
    }

    [Fact]
    public async Task A_second_click_starts_no_second_run()
    {
        var page = await _staff.GetAsync("runs");

        await _staff.SubmitAsync(page, "start");
        await _staff.SubmitAsync(page, "start");

        Assert.Single(_server.Heard.Of<StartRunRequest>().Select(request => request.RequestId).Distinct());
    }

    [Fact]
    public async Task A_proposal_by_hand_names_need_supplier_and_reason()
    {
        var page = await _staff.GetAsync($"needs/{Samples.NeedId}/shortlist");

        await _staff.SubmitAsync(page, "propose", ("candidate", $"{Samples.NeedId}/3301"), ("reason", "They know each other."));

        var request = Assert.Single(_server.Heard.Of<ProposeRequest>());
        Assert.Equal((Samples.NeedId, "3301", "They know each other."), (request.NeedId, request.SupplierCode, request.Reason));
    }

    [Fact]
    public async Task Who_opens_an_occupied_hromada_sees_who_would_fit_and_proposes_on_that_ground()
    {
        var page = await _staff.GetAsync($"needs/{Samples.NeedId}/shortlist?opening=displaced_residents");
        Assert.Contains("Displaced residents", page.Text, StringComparison.Ordinal);

        await _staff.SubmitAsync(page, "propose", ("candidate", $"{Samples.NeedId}/3301"), ("reason", "They know each other."));

        Assert.All(_server.Heard.Of<GetShortlistRequest>(), request => Assert.Equal("displaced_residents", request.Opening));
        Assert.Equal("displaced_residents", Assert.Single(_server.Heard.Of<ProposeRequest>()).Opening);
    }

    [Fact]
    public async Task All_faults_of_a_registration_are_told_at_once()
    {
        var page = await _staff.SubmitAsync(await _staff.GetAsync("partnerships/new"), "register");

        Assert.Equal(12, page.Html.Split("Fill in this field.").Length - 1);
        Assert.Empty(_server.Heard.Of<RegisterPartnershipRequest>());
    }

    [Fact]
    public async Task A_partnership_of_two_mayors_is_registered()
    {
        await _staff.SubmitAsync(
            await _staff.GetAsync("partnerships/new"), "register",
            ("supplierCode", "3301"), ("hromadaCode", Samples.HromadaCode), ("stage", "active"), ("since", "2026-05-01"), ("areaCode", "WAT"), ("personDays", "30"));

        var request = Assert.Single(_server.Heard.Of<RegisterPartnershipRequest>());
        Assert.Equal(("3301", Samples.HromadaCode, "active", 30), (request.SupplierCode, request.HromadaCode, request.Stage, request.PersonDays));
    }

    [Fact]
    public async Task Notes_follow_ups_and_stages_are_written_down()
    {
        var page = await _staff.GetAsync($"partnerships/{Samples.PartnershipId}");

        await _staff.SubmitAsync(page, "note", ("text", "A talk by video."), ("followUpOn", "2027-01-10"));
        await _staff.SubmitAsync(page, "follow_up", ("text", "Both want to go on."));
        await _staff.SubmitAsync(page, "stage", ("stage", "letter_of_intent"), ("on", "2026-11-23"));

        Assert.Equal(("A talk by video.", "2027-01-10", 7L), Assert.Single(_server.Heard.Of<AddNoteRequest>().Select(note => (note.Text, note.FollowUpOn, note.Version))));
        Assert.Equal("Both want to go on.", Assert.Single(_server.Heard.Of<CompleteFollowUpRequest>()).Text);
        Assert.Equal(("letter_of_intent", "2026-11-23"), Assert.Single(_server.Heard.Of<ReachStageRequest>().Select(stage => (stage.Stage, stage.On))));
    }

    [Fact]
    public async Task Chosen_items_of_the_inbox_are_marked()
    {
        var page = await _staff.SubmitAsync(await _staff.GetAsync("inbox"), "read", ("items", "i1"));

        Assert.Equal(["i1"], Assert.Single(_server.Heard.Of<MarkReadRequest>()).ItemIds);
        Assert.Contains("Marked as read.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marking_nothing_marks_not_everything()
    {
        var page = await _staff.SubmitAsync(await _staff.GetAsync("inbox"), "read");

        Assert.Empty(_server.Heard.Of<MarkReadRequest>());
        Assert.Contains("Choose at least one item.", page.Text, StringComparison.Ordinal);
    }
}
