using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Answers;

public sealed class AnswerLinkTests
{
    [Fact]
    public async Task Opening_shows_the_briefing_and_changes_nothing()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ReleasedAsync();
        var link = await LinkAsync(desk, proposal, "supplier");
        Assert.Equal("2026-12-22T23:30:00.0000000Z", link.ExpiresAt);
        var before = await StateAsync(desk);

        var asked = await desk.Services.OpenAnswerLinkAsync(new OpenAnswerLinkRequest { Token = link.Token });
        await desk.Services.OpenAnswerLinkAsync(new OpenAnswerLinkRequest { Token = link.Token });

        Assert.Equal(("supplier", true, "", "New pumps", 20), (asked.Side, asked.Open, asked.ClosedBecause, asked.NeedTitle, asked.PersonDays));
        Assert.Equal((proposal.Supplier.Code, World.Zelena.Code, proposal.AnswerBy), (asked.Supplier.Code, asked.Hromada.Code, asked.AnswerBy));
        Assert.NotEmpty(asked.Why);
        Assert.Null(asked.Answer);
        Assert.Equal(before, await StateAsync(desk));
    }

    [Fact]
    public async Task A_link_answers_once()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ReleasedAsync();
        var link = await LinkAsync(desk, proposal, "supplier");
        Assert.Equal("missing_field", await RefusalAsync(desk.Services.AnswerByLinkAsync(new AnswerByLinkRequest { Token = link.Token })));

        var answered = await desk.Services.AnswerByLinkAsync(new AnswerByLinkRequest { Token = link.Token, Accepted = true, Note = "Gjerne!" });
        Assert.Equal((false, "used", true), (answered.Open, answered.ClosedBecause, answered.Answer.Accepted));
        Assert.Equal("link_used", await RefusalAsync(desk.Services.AnswerByLinkAsync(new AnswerByLinkRequest { Token = link.Token, Accepted = true })));

        var seen = await desk.Ks.GetProposalAsync(new GetProposalRequest { ProposalId = proposal.ProposalId });
        Assert.Equal(("with_hromada", "link", "", "Gjerne!"), (seen.Status, seen.SupplierAnswer.How, seen.SupplierAnswer.By, seen.SupplierAnswer.Note));
        Assert.Equal("used", (await desk.Services.OpenAnswerLinkAsync(new OpenAnswerLinkRequest { Token = link.Token })).ClosedBecause);
    }

    [Fact]
    public async Task Clicked_many_times_at_once_it_answers_once()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ReleasedAsync();
        var link = await LinkAsync(desk, proposal, "supplier");
        using var supplier = await desk.PartnerOfAsync(proposal.Supplier.Code);

        var outcomes = await Task.WhenAll(
            [.. Enumerable.Range(0, 5).Select(_ => ClickAsync(desk, link.Token)), RecordAsync(desk, proposal)]);

        Assert.Single(outcomes, outcome => outcome == "yes");
        Assert.Single(await desk.EventsAsync(ProposalChanged.MessageName), what => what == "accepted_by_supplier");
    }

    [Fact]
    public async Task An_expired_link_shows_and_takes_nothing()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var link = await LinkAsync(desk, await desk.ReleasedAsync(), "supplier");
        desk.Server.Clock.Advance(TimeSpan.FromDays(30));

        var asked = await desk.Services.OpenAnswerLinkAsync(new OpenAnswerLinkRequest { Token = link.Token });

        Assert.Equal((false, "expired", ""), (asked.Open, asked.ClosedBecause, asked.NeedTitle));
        Assert.Null(asked.Hromada);
        Assert.Equal("link_expired", await RefusalAsync(desk.Services.AnswerByLinkAsync(new AnswerByLinkRequest { Token = link.Token, Accepted = true })));
    }

    [Fact]
    public async Task Another_link_of_a_side_that_has_answered_says_so()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ReleasedAsync();
        var (first, second) = (await LinkAsync(desk, proposal, "supplier"), await LinkAsync(desk, proposal, "supplier"));
        Assert.NotEqual(first.Token, second.Token);
        await desk.Services.AnswerByLinkAsync(new AnswerByLinkRequest { Token = second.Token, Accepted = false, Reason = "language" });

        Assert.Equal("answered", (await desk.Services.OpenAnswerLinkAsync(new OpenAnswerLinkRequest { Token = first.Token })).ClosedBecause);
        Assert.Equal("already_answered", await RefusalAsync(desk.Services.AnswerByLinkAsync(new AnswerByLinkRequest { Token = first.Token, Accepted = true })));
    }

    [Fact]
    public async Task The_link_of_a_withdrawn_proposal_shows_nothing()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ReleasedAsync();
        var link = await LinkAsync(desk, proposal, "supplier");
        await desk.Ks.WithdrawProposalAsync(new WithdrawProposalRequest { ProposalId = proposal.ProposalId, Version = proposal.Version, Reason = "not now" });

        var asked = await desk.Services.OpenAnswerLinkAsync(new OpenAnswerLinkRequest { Token = link.Token });
        Assert.Equal(("withdrawn", ""), (asked.ClosedBecause, asked.NeedTitle));
        Assert.Equal("proposal_withdrawn", await RefusalAsync(desk.Services.AnswerByLinkAsync(new AnswerByLinkRequest { Token = link.Token, Accepted = true })));
    }

    [Fact]
    public async Task A_token_that_nobody_was_given_is_unknown_and_none_is_kept()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var link = await LinkAsync(desk, await desk.ReleasedAsync(), "supplier");

        Assert.Equal("unknown_link", await RefusalAsync(desk.Services.OpenAnswerLinkAsync(new OpenAnswerLinkRequest { Token = link.Token[..^1] })));
        Assert.Equal("unknown_link", await RefusalAsync(desk.Services.AnswerByLinkAsync(new AnswerByLinkRequest { Token = "", Accepted = true })));
        Assert.False(desk.Server.Logs.Has(link.Token));
        foreach (var table in new[] { "answer_links", "audit", "outbox", "timeline" })
            Assert.Equal(0, await desk.Server.Database.ScalarAsync<long>($"select count(*) from {table} as row where row::text like '%{link.Token}%'"));
        Assert.Equal(43, link.Token.Length);
    }

    [Fact]
    public async Task Only_the_side_whose_turn_it_is_gets_a_link_and_only_services_ask_for_it()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposed = await desk.ProposedAsync();
        Assert.Equal("not_released", await RefusalAsync(desk.Services.CreateAnswerLinkAsync(Ask(proposed, "supplier"))));
        var released = await desk.Auc.ApproveProposalAsync(Story.Approve(await desk.Ks.ApproveProposalAsync(Story.Approve(proposed, "ks")), "auc"));

        Assert.Equal("not_your_turn", await RefusalAsync(desk.Services.CreateAnswerLinkAsync(Ask(released, "hromada"))));
        Assert.Equal("unknown_value", await RefusalAsync(desk.Services.CreateAnswerLinkAsync(Ask(released, "mayor"))));
        Assert.Equal("PermissionDenied", await RefusalAsync(desk.Ks.CreateAnswerLinkAsync(Ask(released, "supplier"))));
        Assert.Equal("PermissionDenied", await RefusalAsync(desk.Ks.OpenAnswerLinkAsync(new OpenAnswerLinkRequest { Token = "x" })));
    }

    private static async Task<AnswerLink> LinkAsync(Desk desk, Proposal proposal, string side) => await desk.Services.CreateAnswerLinkAsync(Ask(proposal, side));

    private static CreateAnswerLinkRequest Ask(Proposal proposal, string side) => new() { ProposalId = proposal.ProposalId, Side = side };

    private static async Task<string> ClickAsync(Desk desk, string token)
    {
        try
        {
            await desk.Services.AnswerByLinkAsync(new AnswerByLinkRequest { Token = token, Accepted = true });
            return "yes";
        }
        catch (Grpc.Core.RpcException refused)
        {
            return refused.StatusCode.ToString();
        }
    }

    private static async Task<string> RecordAsync(Desk desk, Proposal proposal)
    {
        try
        {
            await desk.Ks.RecordAnswerAsync(Story.Yes(proposal, "supplier"));
            return "yes";
        }
        catch (Grpc.Core.RpcException refused)
        {
            return refused.StatusCode.ToString();
        }
    }

    private static Task<string?> StateAsync(Desk desk) => desk.Server.Database.ScalarAsync<string>(
        "select (select string_agg(p::text, ' ') from proposals p) || (select string_agg(l::text, ' ') from answer_links l) || (select count(*) from outbox) || (select count(*) from audit)");
}
