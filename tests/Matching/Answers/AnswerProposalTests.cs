using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kommunebro.Contracts.Matching;
using WithdrawProposalRequest = Kommunebro.Contracts.Matching.V1.WithdrawProposalRequest;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Answers;

/// <summary>Partners' systems by REST: they see what their side is asked, and answer it once.</summary>
public sealed class AnswerProposalTests
{
    [Fact]
    public async Task The_supplier_is_asked_first_and_the_hromada_hears_of_it_after_its_yes()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ReleasedAsync();
        using var supplier = await desk.PartnerOfAsync(proposal.Supplier.Code);
        using var hromada = await desk.PartnerOfAsync(World.Zelena.Code);
        using var stranger = await desk.PartnerOfAsync(World.Vyshneva.Code);

        Assert.Empty(await ItemsAsync(hromada));
        Assert.Empty(await ItemsAsync(stranger));
        (await GetAsync(hromada, proposal.ProposalId)).ExpectProblem(HttpStatusCode.NotFound, "unknown_proposal");
        (await AnswerAsync(hromada, proposal.ProposalId, proposal.Version, Yes)).ExpectProblem(HttpStatusCode.NotFound, "unknown_proposal");

        var asked = Assert.Single(await ItemsAsync(supplier))!;
        Assert.Equal(("with_supplier", "supplier", "answer"), ((string)asked["status"]!, (string)asked["side"]!, (string)Assert.Single(asked["steps"]!.AsArray())!));
        Assert.Equal(World.Zelena.Code, (string)asked["need"]!["hromada"]!["code"]!);
        Assert.All(["score", "ks", "auc", "runId", "origin", "reason"], field => Assert.Null(asked[field]));
        Assert.False((bool)asked["contactsShared"]!);

        var answered = (await AnswerAsync(supplier, proposal.ProposalId, proposal.Version, Yes)).Expect(HttpStatusCode.OK).Body;
        Assert.Equal("with_hromada", (string)answered["status"]!);
        Assert.Null(answered["answerBy"]);

        var second = (await GetAsync(hromada, proposal.ProposalId)).Expect(HttpStatusCode.OK).Body;
        Assert.Equal(("hromada", true), ((string)second["side"]!, (bool)second["supplierAnswer"]!["accepted"]!));
        Assert.Null(second["supplierAnswer"]!["note"]);
        var accepted = (await AnswerAsync(hromada, proposal.ProposalId, (long)second["version"]!, Yes)).Expect(HttpStatusCode.OK).Body;
        Assert.Equal(("accepted", true), ((string)accepted["status"]!, (bool)accepted["contactsShared"]!));
        (await GetAsync(stranger, proposal.ProposalId)).ExpectProblem(HttpStatusCode.NotFound, "unknown_proposal");

        Assert.Equal(
            ["proposed", "approved_by_one_key", "released_to_supplier", "accepted_by_supplier", "released_to_hromada", "accepted_by_hromada"],
            await desk.EventsAsync(ProposalChanged.MessageName));
        Assert.Equal((string)accepted["partnershipId"]!, (string)Assert.Single(await desk.ToldAsync(PartnershipChanged.MessageName))["partnershipId"]!);
    }

    [Fact]
    public async Task Before_both_keys_were_turned_no_partner_sees_anything()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ProposedAsync();
        using var supplier = await desk.PartnerOfAsync(proposal.Supplier.Code);

        Assert.Empty(await ItemsAsync(supplier));
        (await AnswerAsync(supplier, proposal.ProposalId, proposal.Version, Yes)).ExpectProblem(HttpStatusCode.NotFound, "unknown_proposal");
    }

    [Fact]
    public async Task A_no_is_typed_and_the_hromada_never_hears_of_it()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ReleasedAsync();
        using var supplier = await desk.PartnerOfAsync(proposal.Supplier.Code);
        using var hromada = await desk.PartnerOfAsync(World.Zelena.Code);

        (await AnswerAsync(supplier, proposal.ProposalId, proposal.Version, "{}")).ExpectProblem(HttpStatusCode.BadRequest, "missing_field");
        (await AnswerAsync(supplier, proposal.ProposalId, proposal.Version, """{"accepted":false}""")).ExpectProblem(HttpStatusCode.BadRequest, "missing_field");
        (await AnswerAsync(supplier, proposal.ProposalId, proposal.Version, """{"accepted":false,"reason":"no_time"}""")).ExpectProblem(HttpStatusCode.BadRequest, "unknown_value");
        (await AnswerAsync(supplier, proposal.ProposalId, proposal.Version, """{"accepted":false,"reason":"other"}""")).ExpectProblem(HttpStatusCode.BadRequest, "missing_field");
        (await AnswerAsync(supplier, proposal.ProposalId, proposal.Version, """{"accepted":true,"reason":"language"}""")).ExpectProblem(HttpStatusCode.BadRequest, "reason_without_no");

        var no = """{"accepted":false,"reason":"council_did_not_approve","note":"Vedtak i sak 12/26"}""";
        var declined = (await AnswerAsync(supplier, proposal.ProposalId, proposal.Version, no)).Expect(HttpStatusCode.OK).Body;
        Assert.Equal(("declined", "Vedtak i sak 12/26"), ((string)declined["status"]!, (string)declined["supplierAnswer"]!["note"]!));
        Assert.Empty(await ItemsAsync(hromada));

        var told = (await desk.ToldAsync(ProposalChanged.MessageName))[^1];
        Assert.Equal(("declined_by_supplier", "council_did_not_approve"), ((string)told["event"]!, (string)told["declineReason"]!));
        Assert.DoesNotContain("12/26", told.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, await desk.Server.Database.ScalarAsync<long>("select count(*) from audit where before::text || after::text like '%12/26%'"));
        Assert.Equal(0, await desk.Server.Database.ScalarAsync<long>("select count(*) from holds"));
    }

    [Fact]
    public async Task Answering_twice_or_after_the_withdrawal_is_refused()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ReleasedAsync();
        using var supplier = await desk.PartnerOfAsync(proposal.Supplier.Code);
        var version = (long)(await AnswerAsync(supplier, proposal.ProposalId, proposal.Version, Yes)).Expect(HttpStatusCode.OK).Body["version"]!;

        (await AnswerAsync(supplier, proposal.ProposalId, version, Yes)).ExpectProblem(HttpStatusCode.Conflict, "already_answered");
        (await AnswerAsync(supplier, proposal.ProposalId, proposal.Version, Yes)).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        (await AnswerAsync(supplier, proposal.ProposalId, null, Yes)).ExpectProblem((HttpStatusCode)428, "version_required");

        var withdrawn = await desk.Ks.WithdrawProposalAsync(
            new WithdrawProposalRequest { ProposalId = proposal.ProposalId, Version = version, Reason = "asked by the hromada" });
        using var hromada = await desk.PartnerOfAsync(World.Zelena.Code);
        (await AnswerAsync(hromada, proposal.ProposalId, withdrawn.Version, Yes)).ExpectProblem(HttpStatusCode.Conflict, "proposal_withdrawn");
    }

    [Fact]
    public async Task Without_the_scope_nothing_is_read_or_answered()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ReleasedAsync();
        using var reader = await desk.PartnerAsync([proposal.Supplier.Code], "proposals.read");
        using var other = await desk.PartnerAsync([proposal.Supplier.Code], "needs.read");

        Assert.Equal(HttpStatusCode.Forbidden, (await AnswerAsync(reader, proposal.ProposalId, proposal.Version, Yes)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(other, proposal.ProposalId)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await AnswerAsync(desk.StaffHttp("ks-coordinator"), proposal.ProposalId, proposal.Version, Yes)).Status);
    }

    [Fact]
    public async Task A_repeated_answer_with_its_key_is_answered_as_the_first()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ReleasedAsync();
        using var supplier = await desk.PartnerOfAsync(proposal.Supplier.Code);

        var first = (await AnswerAsync(supplier, proposal.ProposalId, proposal.Version, Yes, "one")).Expect(HttpStatusCode.OK);
        var again = (await AnswerAsync(supplier, proposal.ProposalId, proposal.Version, Yes, "one")).Expect(HttpStatusCode.OK);

        Assert.Equal(first.Text, again.Text);
        Assert.Single(await desk.EventsAsync(ProposalChanged.MessageName), what => what == "accepted_by_supplier");
    }

    private const string Yes = """{"accepted":true}""";

    private static async Task<JsonArray> ItemsAsync(HttpClient http) =>
        JsonNode.Parse(await http.GetStringAsync(new Uri("/api/v1/proposals", UriKind.Relative)))!["items"]!.AsArray();

    private static async Task<Answer> GetAsync(HttpClient http, string id)
    {
        using var response = await http.GetAsync(new Uri($"/api/v1/proposals/{id}", UriKind.Relative));
        return await Answer.ReadAsync(response);
    }

    private static async Task<Answer> AnswerAsync(HttpClient http, string id, long? seen, string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/proposals/{id}/answer", UriKind.Relative))
        {
            Content = JsonContent.Create(JsonNode.Parse(body)),
        };
        if (seen is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }
}
