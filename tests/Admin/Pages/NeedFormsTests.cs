using Google.Rpc;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>Forms about needs, without script: what they send, and what a refusal looks like.</summary>
public sealed class NeedFormsTests() : StaffPages(StaffRole.KsCoordinator, StaffRole.AucCoordinator)
{
    private static readonly string NeedPage = $"needs/{Samples.NeedId}";

    [Fact]
    public async Task Verifying_sends_the_version_that_was_seen_and_says_in_the_page_that_it_is_done()
    {
        var page = await Staff.SubmitAsync(await Staff.GetAsync(NeedPage), "verify", ("personDays", "45"), ("method", "site_visit"), ("evidence", "Act 14\nPhotos"), ("note", "Called the mayor."));

        var request = Assert.Single(Server.Heard.Of<VerifyNeedRequest>());
        Assert.Equal((Samples.NeedId, 3L, 45, "Called the mayor."), (request.NeedId, request.Version, request.PersonDays, request.Note));
        Assert.Equal(("site_visit", "Act 14, Photos"), (request.Method, string.Join(", ", request.Evidence)));
        Assert.Contains("The need is verified", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_field_is_told_at_the_field_and_above_with_the_values_kept()
    {
        Server.Heard.Refuse<RejectNeedRequest>(Refusals.Of(Code.InvalidArgument, "missing_field", ("text", "missing_field", "Say why.")));

        var page = await Staff.SubmitAsync(await Staff.GetAsync(NeedPage), "reject", ("reasonCode", "other"), ("text", " "));

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains($"/admin/{NeedPage}#reject-text", page.Html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"reject-text-help reject-text-error\" aria-invalid=\"true\"", page.Html, StringComparison.Ordinal);
        Assert.Equal("other", page.FieldsOf("reject")["reasonCode"]);
    }

    [Fact]
    public async Task A_rejection_demands_a_reason()
    {
        var page = await Staff.SubmitAsync(await Staff.GetAsync(NeedPage), "reject", ("text", "No."));

        Assert.Empty(Server.Heard.Of<RejectNeedRequest>());
        Assert.Contains("Fill in this field.", page.Text, StringComparison.Ordinal);
        Assert.Equal("No.", page.FieldsOf("reject")["text"]);
    }

    [Fact]
    public async Task Who_comes_second_sees_the_new_state_and_loses_no_word()
    {
        var seen = await Staff.GetAsync(NeedPage);

        var page = await Staff.SubmitAsync(seen, "return", ("version", "2"), ("question", "How many pumps?"));

        Assert.Contains("Somebody else changed this meanwhile", page.Text, StringComparison.Ordinal);
        Assert.Equal(("3", "How many pumps?"), (page.FieldsOf("return")["version"], page.FieldsOf("return")["question"]));
        Assert.Contains("was returned to the hromada", (await Staff.SubmitAsync(page, "return")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verification_says_how_it_was_made()
    {
        var page = await Staff.SubmitAsync(await Staff.GetAsync(NeedPage), "verify", ("personDays", "45"));

        Assert.Empty(Server.Heard.Of<VerifyNeedRequest>());
        Assert.Contains("Fill in this field.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_takes_words_sends_them_with_the_version()
    {
        var page = await Staff.SubmitAsync(await Staff.GetAsync(NeedPage), "step", ("step", "expire"), ("text", "The mayor said so."));

        var request = Assert.Single(Server.Heard.Of<TakeStepRequest>());
        Assert.Equal((Samples.NeedId, 3L, "expire", "The mayor said so."), (request.NeedId, request.Version, request.Step, request.Text));
        Assert.Contains("The step was taken.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_in_the_texts_are_shown_and_decided_on()
    {
        var seen = await Staff.GetAsync(NeedPage);
        await Staff.SubmitAsync(seen, "texts", ("decision", "restrict"), ("exemptionGround", "personal_data"));

        Assert.Contains("This looks like a phone number.", seen.Text, StringComparison.Ordinal);
        var request = Assert.Single(Server.Heard.Of<TakeStepRequest>());
        Assert.Equal(("decide_texts", "restrict", "personal_data"), (request.Step, request.Decision, request.ExemptionGround));
    }

    [Fact]
    public async Task A_call_is_recorded_from_the_call_list()
    {
        var list = await Staff.GetAsync("call-list");
        var page = await Staff.SubmitAsync(list, "call", ("hromada", Samples.HromadaCode), ("outcome", "reached"), ("text", "It still stands."));

        Assert.Contains("has said nothing for 90 days", list.Text, StringComparison.Ordinal);
        var request = Assert.Single(Server.Heard.Of<RecordCallRequest>());
        Assert.Equal((Samples.HromadaCode, "reached", "It still stands."), (request.HromadaCode, request.Outcome, request.Text));
        Assert.Contains("The call was recorded.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_none_never_reaches_the_service()
    {
        var page = await Staff.SubmitAsync(await Staff.GetAsync(NeedPage), "verify", ("method", "call"), ("personDays", "many"));

        Assert.Empty(Server.Heard.Of<VerifyNeedRequest>());
        Assert.Contains("Write a whole number.", page.Text, StringComparison.Ordinal);
        Assert.Equal("many", page.FieldsOf("verify")["personDays"]);
    }
}
