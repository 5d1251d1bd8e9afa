using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Notification.Hosting;
using Npgsql;

namespace Kommunebro.Tests.Notification.Feed;

/// <summary>Whoever goes on where it stopped misses nothing, gets nothing twice, and sees nothing of others.</summary>
public sealed class FeedTests : IAsyncLifetime
{
    private const string NotToldOf = "UA05020010000053508";

    private readonly Guid _organisation = Guid.CreateVersion7();
    private NotificationServer _server = null!;
    private Partner _partner = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await NotificationServer.StartAsync();
        _partner = _server.FeedReaderOf(_organisation);
        await _server.ActForAsync(_organisation, Places.Vinnytsia.Code, NotToldOf);
    }

    public async ValueTask DisposeAsync()
    {
        _partner.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_happened_comes_in_order_piece_by_piece_and_once()
    {
        var needs = new List<Guid>();
        var seen = new List<JsonObject>();
        var next = await ReadAllAsync(null, []);
        for (var i = 0; i < 7; i++)
        {
            needs.Add(Guid.CreateVersion7());
            await _server.HearAsync(NeedSubmitted.MessageName, new NeedSubmitted(needs[^1], 1, Places.Vinnytsia.MunicipalityId));
            if (i is 2 or 3)
                next = await ReadAllAsync(next, seen);
        }

        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified(needs[0]));
        next = await ReadAllAsync(next, seen);
        var nothing = (await _partner.ReadFeedAsync(next)).Expect(HttpStatusCode.OK);

        Assert.Equal([.. needs, needs[0]], seen.Select(one => (Guid)one["data"]!["needId"]!));
        Assert.Equal([.. Enumerable.Repeat("need.submitted", 7), "need.verified"], seen.Select(one => (string?)one["type"]));
        Assert.Equal(Places.Vinnytsia.Code, (string?)seen[0]["data"]!["municipality"]);
        Assert.DoesNotContain("Насоси", $"{seen[^1]}", StringComparison.Ordinal);
        Assert.Equal((next, false), (nothing.Text("next"), (bool)nothing.Body["more"]!));
        Assert.Empty(nothing.Items);
    }

    [Fact]
    public async Task Others_see_nothing_of_it_but_changes_of_the_register()
    {
        using var other = _server.FeedReaderOf(Guid.CreateVersion7());
        var start = (await other.ReadFeedAsync()).Text("next");
        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified());
        await _server.HearAsync(ProposalChanged.MessageName, Happenings.Proposal(ProposalEvent.ReleasedToSupplier));
        await _server.HearAsync(MunicipalityChanged.MessageName, Places.Bergen with { Version = 2 });

        var seen = (await other.ReadFeedAsync(start)).Expect(HttpStatusCode.OK);
        var changed = seen.Items.Where(one => (string?)one["type"] != "municipality.changed" || (long)one["data"]!["version"]! > 1).ToList();
        var own = (await _partner.ReadFeedAsync()).Items.Select(one => (string?)one["type"]).ToList();

        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified(Guid.CreateVersion7()));
        var later = (await other.ReadFeedAsync(seen.Text("next"))).Expect(HttpStatusCode.OK);
        Assert.Empty(later.Items);
        // What others are told is passed once and for all.
        Assert.NotEqual(seen.Text("next"), later.Text("next"));
        var only = Assert.Single(changed);
        Assert.Equal(("municipality.changed", "4601", 2L), ((string?)only["type"], (string?)only["data"]!["municipality"], (long)only["data"]!["version"]!));
        Assert.Contains("need.verified", own);
        // That a supplier is asked is not told to the hromada.
        Assert.DoesNotContain("proposal.released_to_supplier", own);
    }

    [Fact]
    public async Task What_was_committed_late_comes_after_what_was_read_and_is_not_lost()
    {
        var (early, late) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var connection = new NpgsqlConnection(_server.Database.ConnectionString);
        await connection.OpenAsync();
        await using var open = await connection.BeginTransactionAsync();
        await using (var insert = new NpgsqlCommand(
            $"insert into feed_events (id, kind, municipality_id, is_public, facts, occurred_at) values ('{Guid.CreateVersion7()}', 'need_submitted', '{Places.Vinnytsia.MunicipalityId}', false, '{{\"needId\":\"{late}\"}}', now())",
            connection, open))
            await insert.ExecuteNonQueryAsync();
        await _server.HearAsync(NeedSubmitted.MessageName, new NeedSubmitted(early, 1, Places.Vinnytsia.MunicipalityId));
        var seen = new List<JsonObject>();
        var next = await ReadAllAsync(null, seen);
        await open.CommitAsync();

        Assert.Equal(early, (Guid)seen[^1]["data"]!["needId"]!);
        Assert.Equal(late, (Guid)Assert.Single((await _partner.ReadFeedAsync(next)).Items)["data"]!["needId"]!);
    }

    [Fact]
    public async Task Many_readers_at_once_give_each_event_one_place_without_gaps()
    {
        for (var i = 0; i < 40; i++)
        {
            await _server.HearAsync(NeedSubmitted.MessageName, new NeedSubmitted(Guid.CreateVersion7(), 1, Places.Vinnytsia.MunicipalityId));
            if (i % 10 == 0)
                await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _partner.ReadFeedAsync()));
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _partner.ReadFeedAsync()));

        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from feed_events where position is null"));
        Assert.True(await _server.Database.ScalarAsync<bool>("select min(position) = 1 and max(position) = count(*) and count(distinct position) = count(*) from feed_events"));
    }

    [Fact]
    public async Task An_event_of_a_municipality_that_registry_has_not_told_of_waits_until_it_has()
    {
        var (unknown, need) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await _server.HearAsync(NeedSubmitted.MessageName, new NeedSubmitted(need, 1, unknown));
        var seen = new List<JsonObject>();
        var next = await ReadAllAsync(null, seen);
        await _server.HearAsync(MunicipalityChanged.MessageName, Places.Vinnytsia with { MunicipalityId = unknown, Code = NotToldOf });

        Assert.DoesNotContain(seen, one => (Guid?)one["data"]!["needId"] == need);
        var told = new List<JsonObject>();
        await ReadAllAsync(next, told);
        Assert.Single(told, one => (Guid?)one["data"]!["needId"] == need);
    }

    [Fact]
    public async Task Wrong_questions_are_refused_by_name_and_who_may_not_is_forbidden()
    {
        using var withoutScope = _server.PartnerOf(_organisation);
        using var staff = _server.CallerWith(_server.Issuer.Staff(StaffRole.KsCoordinator));
        using var nobody = _server.CallerWith(null);

        (await _partner.ReadFeedAsync("abc")).ExpectProblem(HttpStatusCode.BadRequest, "invalid_cursor");
        (await _partner.ReadFeedAsync(limit: 201)).ExpectProblem(HttpStatusCode.BadRequest, "out_of_range");
        (await withoutScope.ReadFeedAsync()).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await staff.ReadFeedAsync()).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await nobody.ReadFeedAsync()).Expect(HttpStatusCode.Unauthorized);
    }

    private async Task<string> ReadAllAsync(string? after, List<JsonObject> into)
    {
        while (true)
        {
            var piece = (await _partner.ReadFeedAsync(after, limit: 2)).Expect(HttpStatusCode.OK);
            into.AddRange(piece.Items.Where(one => (string?)one["type"] != "municipality.changed"));
            after = piece.Text("next");
            if (!(bool)piece.Body["more"]!)
                return after;
        }
    }
}
