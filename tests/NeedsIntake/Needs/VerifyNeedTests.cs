using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

public sealed class VerifyNeedTests
{
    [Fact]
    public async Task A_verified_need_is_told_in_its_whole_state_and_holds_for_180_days()
    {
        await using var server = await NeedsServer.StartAsync();

        var verified = await server.VerifyAsync(await server.SubmitNeedAsync(), """{"personDays":60,"note":"By phone."}""");

        Assert.Equal("verified", verified.NeedStatus);
        Assert.Equal(NeedsServer.Start, DateTimeOffset.Parse(verified.Text("verifiedAt"), null));
        Assert.Equal(NeedsServer.Start.AddDays(180), DateTimeOffset.Parse(verified.Text("expiresAt"), null));
        var told = await server.Matching.WaitForAsync<NeedVerified>(need => $"{need.NeedId}" == verified.Id);
        Assert.Equivalent(
            new NeedVerified(
                Guid.Parse(verified.Id),
                2,
                Places.Vinnytsia.MunicipalityId,
                new LocalizedText(null, "Ремонт насосної станції", "Repair of the pumping station"),
                "WAT",
                Horizon.Medium,
                3,
                [Mode.AdviceRemote, Mode.ExpertVisit],
                60,
                null,
                ["uk", "en"],
                Sensitivity.Partners,
                new DateOnly(2027, 3, 1),
                NeedsServer.Start.AddDays(180),
                Illustrative: true),
            told,
            strict: true);
    }

    [Fact]
    public async Task Confirmed_effort_replaces_a_band_and_silence_leaves_it()
    {
        await using var server = await NeedsServer.StartAsync();
        var banded = ANeed.InVinnytsia().With("personDays", "null").With("effortBand", "\"large\"");

        var left = await server.VerifyAsync(await server.SubmitNeedAsync(banded));
        var confirmed = await server.VerifyAsync(await server.SubmitNeedAsync(banded), """{"personDays":12}""");

        Assert.Equal("large", left.Text("effortBand"));
        Assert.Null(left.Body["personDays"]);
        Assert.Equal(12, (int?)confirmed.Body["personDays"]);
        Assert.Null(confirmed.Body["effortBand"]);
    }

    [Fact]
    public async Task A_verification_that_has_run_out_is_renewed_by_verifying_again()
    {
        await using var server = await NeedsServer.StartAsync();
        var verified = await server.VerifyAsync(await server.SubmitNeedAsync());

        var early = await server.VerifyAsync(verified);
        server.Clock.Advance(TimeSpan.FromDays(180));
        var renewed = await server.VerifyAsync(verified);

        early.ExpectProblem(HttpStatusCode.Conflict, "already_verified");
        renewed.Expect(HttpStatusCode.OK);
        Assert.Equal(3, renewed.Version);
        Assert.Equal(NeedsServer.Start.AddDays(360), DateTimeOffset.Parse(renewed.Text("expiresAt"), null));
    }

    [Fact]
    public async Task A_verification_says_how_by_what_and_for_how_long()
    {
        await using var server = await NeedsServer.StartAsync();

        var verified = await server.VerifyAsync(
            await server.SubmitNeedAsync(), """{"method":"site_visit","evidence":["Act 14/2026 of the water utility"],"validityDays":30}""");

        Assert.Equal("site_visit", verified.Text("verificationMethod"));
        Assert.Equal("Act 14/2026 of the water utility", (string?)verified.Body["evidence"]![0]);
        Assert.Equal(NeedsServer.Start.AddDays(30), DateTimeOffset.Parse(verified.Text("expiresAt"), null));
        Assert.True((bool)verified.Body["effortConfirmed"]!);
    }

    [Fact]
    public async Task On_wholly_occupied_territory_a_person_says_for_whom()
    {
        await using var server = await NeedsServer.StartAsync();
        var need = await server.SubmitNeedAsync(ANeed.Of(Places.Melitopol));

        var unsaid = await server.VerifyAsync(need);
        var said = await server.VerifyAsync(need, """{"onOccupiedTerritory":"displaced_residents"}""");

        unsaid.ExpectProblem(HttpStatusCode.Conflict, "occupied_territory");
        said.Expect(HttpStatusCode.OK);
        Assert.Equal("displaced_residents", said.Text("onOccupiedTerritory"));
        var audited = await server.Database.ScalarAsync<string>(
            "select after ->> 'onOccupiedTerritory' from audit where action = 'need.verify'");
        Assert.Equal("displaced_residents", audited);
    }

    [Fact]
    public async Task On_partly_occupied_territory_verification_is_as_everywhere()
    {
        await using var server = await NeedsServer.StartAsync();

        (await server.VerifyAsync(await server.SubmitNeedAsync(ANeed.Of(Places.Lyman)))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Matching_is_told_exactly_when_a_need_becomes_or_ceases_to_be_verified()
    {
        await using var server = await NeedsServer.StartAsync(new NeedsServerOptions { MatchingRuns = false });
        // What only notification listens to leaves the outbox by itself.
        var told = async () => (await server.Database.ScalarAsync<string>(
            $"select string_agg(name, ' ' order by position) from outbox where name in ('{NeedVerified.MessageName}', '{NeedWithdrawn.MessageName}')")) ?? "";

        var need = await server.SubmitNeedAsync();
        need = await server.ReturnAsync(need);
        need = await server.ReviseAsync(need, ANeed.InVinnytsia());
        await server.RejectAsync(await server.SubmitNeedAsync());
        await server.WithdrawAsync(await server.SubmitNeedAsync());
        Assert.Equal("", await told());

        need = await server.VerifyAsync(need);
        Assert.Equal(NeedVerified.MessageName, await told());

        (await server.VerifyAsync(need)).Expect(HttpStatusCode.Conflict);
        Assert.Equal(NeedVerified.MessageName, await told());

        (await server.WithdrawAsync(need)).Expect(HttpStatusCode.OK);
        Assert.Equal($"{NeedVerified.MessageName} {NeedWithdrawn.MessageName}", await told());
        var version = await server.Database.ScalarAsync<string>($"select body ->> 'version' from outbox where name = '{NeedWithdrawn.MessageName}'");
        Assert.Equal("5", version);
    }

    [Fact]
    public async Task Every_step_is_audited_with_what_was_before_and_after()
    {
        await using var server = await NeedsServer.StartAsync();

        var need = await server.VerifyAsync(await server.SubmitNeedAsync(), """{"note":"By phone."}""");

        var audit = JsonNode.Parse((await server.Database.ScalarAsync<string>(
            $"select jsonb_agg(to_jsonb(audit) order by id)::text from audit where subject_type = 'need' and subject_id = '{need.Id}'"))!)!.AsArray();
        Assert.Equal(["need.submit", "need.verify"], audit.Select(row => (string)row!["action"]!));
        Assert.All(audit, row => Assert.Equal($"staff:{server.Coordinator}", (string?)row!["who"]));
        Assert.Null(audit[0]!["before"]);
        Assert.Equal("submitted", (string?)audit[1]!["before"]!["status"]);
        Assert.Equal("verified", (string?)audit[1]!["after"]!["status"]);
        Assert.Equal("call", (string?)audit[1]!["after"]!["verificationMethod"]);
    }
}
