using Google.Rpc;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>A need is written for a hromada that called, without script.</summary>
public sealed class NeedWritingTests() : StaffPages(StaffRole.AucCoordinator)
{
    [Fact]
    public async Task A_hromadas_page_leads_to_a_form_with_its_code_and_what_was_written_is_kept_as_a_draft()
    {
        var hromada = await Staff.GetAsync($"municipalities/{Samples.HromadaCode}");
        var page = await Staff.GetAsync($"needs/new?hromada={Samples.HromadaCode}");
        var kept = await Staff.SubmitAsync(page, "need", ("title.uk", "Генератор для лікарні"), ("area", "WAT"), ("personDays", "40"), ("cost.estimated", "1250.50"));

        Assert.Contains($"needs/new?hromada={Samples.HromadaCode}", hromada.Html, StringComparison.Ordinal);
        var request = Assert.Single(Server.Heard.Of<KeepDraftRequest>());
        Assert.True(Guid.TryParse(request.DraftId, out _));
        Assert.Equal((0L, Samples.HromadaCode, "40", "1250.50"), (request.Version, request.Fields["municipality"], request.Fields["personDays"], request.Fields["cost.estimated"]));
        Assert.Equal(("auc_call", "uk"), (request.Fields["source"], request.Fields["languages"].Trim(',')));
        Assert.DoesNotContain("title.en", request.Fields.Keys);
        Assert.Empty(Server.Heard.Of<SubmitDraftRequest>());
        Assert.Contains("The draft is kept.", kept.Text, StringComparison.Ordinal);
        Assert.EndsWith($"needs/drafts/{WritingSamples.DraftId}", kept.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_shows_what_it_lacks_and_why_and_asks_what_its_area_needs()
    {
        var page = await Staff.GetAsync($"needs/drafts/{WritingSamples.DraftId}");

        Assert.Contains("It cannot be submitted without.", page.Text, StringComparison.Ordinal);
        Assert.Contains($"/admin/needs/drafts/{WritingSamples.DraftId}#need-cost.estimated", page.Html, StringComparison.Ordinal);
        var asked = page.Text[page.Text.IndexOf("What is asked for in this area", StringComparison.Ordinal)..page.Text.IndexOf("More about the need", StringComparison.Ordinal)];
        Assert.Contains("Estimated cost", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Season", asked, StringComparison.Ordinal);
        Assert.Equal("1250000.5", page.FieldsOf("need")["cost.estimated"]);
    }

    [Fact]
    public async Task What_is_no_field_here_or_no_choice_of_its_list_stays_in_the_draft()
    {
        var page = await Staff.GetAsync($"needs/drafts/{WritingSamples.DraftId}");
        await Staff.SubmitAsync(page, "need", ("languages", ",uk,ro"));

        var fields = Assert.Single(Server.Heard.Of<KeepDraftRequest>()).Fields;
        Assert.Equal(("water_supply_and_sanitation", "dream", "1250000.5"), (fields["rdnaSector"], fields["source"], fields["cost.estimated"]));
        Assert.Contains("value=\"ro\" checked", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_need_is_submitted_as_it_was_just_written()
    {
        var page = await Staff.GetAsync($"needs/drafts/{WritingSamples.DraftId}");
        var need = await Staff.SubmitAsync(page, "need", ("horizon", "acute"), ("act", "submit"));

        Assert.Equal("acute", Assert.Single(Server.Heard.Of<KeepDraftRequest>()).Fields["horizon"]);
        Assert.Equal((WritingSamples.DraftId, 3L), Assert.Single(Server.Heard.Of<SubmitDraftRequest>()) is var sent ? (sent.DraftId, sent.Version) : default);
        Assert.Contains("The need is submitted and stands in the queue.", need.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_became_a_need_leads_to_it_and_who_wrote_on_keeps_the_words()
    {
        var page = await Staff.GetAsync($"needs/drafts/{WritingSamples.DraftId}");
        await Staff.SubmitAsync(page, "need", ("act", "submit"));

        var again = await Staff.SubmitAsync(page, "need", ("title.uk", "Ще один насос"), ("act", "submit"));
        var followed = await Staff.GetAsync($"needs/drafts/{WritingSamples.DraftId}");

        Assert.Single(Server.Heard.Of<KeepDraftRequest>());
        Assert.Contains("The draft has been submitted and is a need now.", again.Text, StringComparison.Ordinal);
        Assert.Equal("Ще один насос", again.FieldsOf("need")["title.uk"]);
        Assert.EndsWith($"needs/{Samples.Need.NeedId}", followed.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_submitted_is_kept_all_the_same_and_the_next_try_goes_on_at_that_draft()
    {
        Server.Heard.Refuse<SubmitDraftRequest>(Refusals.Of(
            Code.InvalidArgument, "missing_field", ("title", "missing_field", "Give the title."), ("languages[1]", "unknown_language", "Unknown.")));
        var page = await Staff.GetAsync($"needs/new?hromada={Samples.HromadaCode}");
        var refused = await Staff.SubmitAsync(page, "need", ("act", "submit"));

        Assert.StartsWith("Error: ", refused.Title, StringComparison.Ordinal);
        Assert.Contains("#need-title.uk", refused.Html, StringComparison.Ordinal);
        Assert.Contains("#need-languages", refused.Html, StringComparison.Ordinal);
        Assert.Equal((WritingSamples.DraftId, "3"), (refused.FieldsOf("need")["draftId"], refused.FieldsOf("need")["version"]));
    }

    [Fact]
    public async Task A_number_that_is_none_reaches_nobody_and_who_comes_second_loses_no_word()
    {
        var page = await Staff.GetAsync($"needs/drafts/{WritingSamples.DraftId}");
        var wrong = await Staff.SubmitAsync(page, "need", ("cost.estimated", "much"));
        Assert.Empty(Server.Heard.Of<KeepDraftRequest>());
        Assert.Contains("Write a number.", wrong.Text, StringComparison.Ordinal);
        // A comma in English may be either, so neither is guessed.
        await Staff.SubmitAsync(page, "need", ("cost.estimated", "1250,50"));
        await Staff.SubmitAsync(page, "need", ("cost.estimated", "1,250"));
        Assert.Empty(Server.Heard.Of<KeepDraftRequest>());

        var second = await Staff.SubmitAsync(page, "need", ("version", "1"), ("wishes", "A neighbour of Drammen"));

        Assert.Contains("Somebody else changed this meanwhile", second.Text, StringComparison.Ordinal);
        Assert.Equal(("2", "A neighbour of Drammen"), (second.FieldsOf("need")["version"], second.FieldsOf("need")["wishes"]));
        Assert.Contains("Wishes (read by AUC and KS): –", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_thrown_away_after_a_second_word()
    {
        var page = await Staff.GetAsync($"needs/drafts/{WritingSamples.DraftId}");
        var list = await Staff.SubmitAsync(page, "drop");

        Assert.Contains("The draft is gone for good.", page.Text, StringComparison.Ordinal);
        Assert.Equal((WritingSamples.DraftId, 2L), Assert.Single(Server.Heard.Of<DropDraftRequest>()) is var sent ? (sent.DraftId, sent.Version) : default);
        Assert.Contains("The draft was thrown away.", list.Text, StringComparison.Ordinal);
        Assert.Contains("1 required, 1 would help", list.Text, StringComparison.Ordinal);
        Assert.Contains("Untitled", list.Text, StringComparison.Ordinal);
    }
}
