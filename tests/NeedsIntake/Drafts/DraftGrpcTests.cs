using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Drafts;

/// <summary>Drafts as the fields of a form, and likely repeats, as staff's client asks for them.</summary>
public sealed class DraftGrpcTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Fact]
    public async Task A_form_comes_back_as_it_was_written_and_says_what_its_area_asks_for()
    {
        var client = _server.Grpc(StaffRole.AucCoordinator);
        var kept = await client.KeepDraftAsync(Form(("title.uk", "Насоси"), ("cost.estimated", "1250.50"), ("cost.currency", "UAH"), ("languages", "uk, en"), ("urgency", "2"), ("peopleAffected.total", "4200")));

        var read = await client.GetDraftAsync(new GetDraftRequest { DraftId = kept.DraftId });
        var listed = await client.FindDraftsAsync(new FindDraftsRequest());

        Assert.Equal(
            ("Насоси", "1250.50", "UAH", "uk, en", "2", "4200"),
            (read.Fields["title.uk"], read.Fields["cost.estimated"], read.Fields["cost.currency"], read.Fields["languages"], read.Fields["urgency"], read.Fields["peopleAffected.total"]));
        Assert.Contains("cost", read.Asked);
        Assert.DoesNotContain("season", read.Asked);
        Assert.Contains(read.Missing, item => item is { Field: "horizon", Demanded: true });
        Assert.Contains(listed.Drafts, draft => draft.DraftId == kept.DraftId && draft.HromadaNames.Uk.Length > 0);
    }

    [Fact]
    public async Task A_draft_that_is_said_again_is_one_draft_and_another_one_under_its_id_is_refused()
    {
        var client = _server.Grpc(StaffRole.AucCoordinator);
        var form = Form(("title.uk", "Насоси"));
        form.DraftId = $"{Guid.CreateVersion7()}";

        var (first, again) = (await client.KeepDraftAsync(form), await client.KeepDraftAsync(form));
        form.Fields["title.uk"] = "Інше";
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await client.KeepDraftAsync(form));

        Assert.Equal((form.DraftId, 1L), (first.DraftId, first.Version));
        Assert.Equal((form.DraftId, 1L), (again.DraftId, again.Version));
        Assert.Equal(StatusCode.Aborted, refused.StatusCode);
        Assert.Equal(1, await _server.Database.ScalarAsync<long>($"select count(*) from need_drafts where id = '{form.DraftId}'"));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_even_at_once_makes_one_need_and_another_one_is_another()
    {
        var client = _server.Grpc(StaffRole.AucCoordinator);
        var form = Form(("title.uk", "Насоси двічі"), ("horizon", "acute"), ("urgency", "2"), ("languages", "uk"), ("sensitivity", "partners"));
        form.DraftId = $"{Guid.CreateVersion7()}";
        async Task<string> SendAsync()
        {
            var kept = await client.KeepDraftAsync(form);
            return (await client.SubmitDraftAsync(new SubmitDraftRequest { DraftId = kept.DraftId, Version = kept.Version })).NeedId;
        }

        var needs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync()));
        var again = await SendAsync();
        var read = await client.GetDraftAsync(new GetDraftRequest { DraftId = form.DraftId });
        var body = await _server.Database.ScalarAsync<string>($"select body::text from need_drafts where id = '{form.DraftId}'");
        form.Fields["title.uk"] = "Генератор";
        var other = await SendAsync();

        Assert.Single(needs.Append(again).Distinct());
        Assert.NotEqual(again, other);
        Assert.Equal((again, "{}"), (read.NeedId, body));
        Assert.Empty(read.Fields);
        Assert.Equal(1, await _server.Database.ScalarAsync<long>("select count(*) from needs where statement_title ->> 'uk' = 'Насоси двічі'"));
        Assert.DoesNotContain((await client.FindDraftsAsync(new FindDraftsRequest())).Drafts, draft => draft.DraftId == form.DraftId);
    }

    [Fact]
    public async Task An_id_that_others_have_is_not_told_of()
    {
        var form = Form(("title.uk", "Насоси"));
        form.DraftId = $"{Guid.CreateVersion7()}";
        await _server.Grpc(StaffRole.AucCoordinator).KeepDraftAsync(form);
        form.Fields["municipality"] = Places.Studena.Code;

        var other = await _server.Grpc(StaffRole.AucCoordinator).KeepDraftAsync(form);

        Assert.NotEqual(form.DraftId, other.DraftId);
        Assert.Equal(1, await _server.Database.ScalarAsync<long>($"select version from need_drafts where id = '{form.DraftId}'"));
    }

    [Fact]
    public async Task What_is_no_number_or_no_field_is_refused_by_its_path()
    {
        var client = _server.Grpc(StaffRole.AucCoordinator);

        foreach (var (field, text, code) in new[] { ("urgency", "much", "wrong_type"), ("cost.estimated", "1,5", "wrong_type"), ("colour", "blue", "unknown_field"), ("title.fr", "Pompes", "unknown_field") })
        {
            var refused = await Assert.ThrowsAsync<RpcException>(async () => await client.KeepDraftAsync(Form((field, text))));
            var violation = Assert.Single(refused.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations);
            Assert.Equal((field, code), (violation.Field, violation.Reason));
        }
    }

    [Fact]
    public async Task A_draft_becomes_a_need_of_a_call_and_a_partner_goes_on_with_one_that_AUC_began()
    {
        var client = _server.Grpc(StaffRole.AucCoordinator);
        var form = Form(
            ("title.uk", "Насоси"), ("horizon", "acute"), ("urgency", "2"), ("languages", "uk"), ("sensitivity", "partners"), ("source", "auc_call"));
        var (kept, begun) = (await client.KeepDraftAsync(form), await client.KeepDraftAsync(form));
        using var own = await _server.PartnerAsync(Places.Vinnytsia);

        var need = await client.SubmitDraftAsync(new SubmitDraftRequest { DraftId = kept.DraftId, Version = kept.Version });
        var became = await client.GetDraftAsync(new GetDraftRequest { DraftId = kept.DraftId });
        var finished = await own.SendAsync(HttpMethod.Post, $"drafts/{begun.DraftId}/submit", "{}", "\"1\"");

        Assert.Equal(("submitted", "auc_call"), (need.Status, need.Particulars.Source));
        Assert.Equal(need.NeedId, became.NeedId);
        finished.Expect(System.Net.HttpStatusCode.Created);
        Assert.Equal("auc_call", finished.Text("source"));
    }

    [Fact]
    public async Task Likely_repeats_are_found_and_decided_on_with_the_version_that_was_seen()
    {
        var client = _server.Grpc(StaffRole.AucCoordinator);
        var first = await _server.SubmitNeedAsync(ANeed.Of(Places.Studena).With("title", """{"uk":"Дах сільської школи"}"""));
        var again = await _server.SubmitNeedAsync(ANeed.Of(Places.Studena).With("title", """{"uk":"Дах сільської школи"}"""));

        var pairs = await client.FindLikelyPairsAsync(new FindLikelyPairsRequest());
        var beside = await client.GetDuplicatesAsync(new GetDuplicatesRequest { NeedId = again.Id });
        await client.LinkNeedsAsync(new LinkNeedsRequest { NeedId = again.Id, OtherId = first.Id, Relation = "escalation", Note = "Worse" });
        var late = await Assert.ThrowsAsync<RpcException>(async () =>
            await client.LinkNeedsAsync(new LinkNeedsRequest { NeedId = again.Id, OtherId = first.Id, Version = 7, Relation = "different" }));
        var decided = await client.GetDuplicatesAsync(new GetDuplicatesRequest { NeedId = first.Id });

        Assert.Contains(pairs.Pairs, pair => pair.Later.NeedId == again.Id && pair.Other.Need.NeedId == first.Id);
        Assert.Equal((first.Id, true, 0L), (Assert.Single(beside.Others).Need.NeedId, beside.Others[0].HasLikeness, beside.Others[0].Version));
        Assert.Equal(StatusCode.Aborted, late.StatusCode);
        Assert.Equal(("escalation", "Worse", 1L), (Assert.Single(decided.Others).Relation, decided.Others[0].Note, decided.Others[0].Version));
    }

    private static KeepDraftRequest Form(params (string Field, string Text)[] fields)
    {
        var form = new KeepDraftRequest { Fields = { ["municipality"] = Places.Vinnytsia.Code, ["area"] = "WAT" } };
        foreach (var (field, text) in fields)
            form.Fields[field] = text;
        return form;
    }
}
