using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

/// <summary>
/// Every reader × sensitivity × status × way out. Each free text of a need holds a mark of its own, and so do the hromada's
/// code and name; the table says which marks a reader may meet, and no way out may tell it another one.
/// </summary>
public sealed class LeakTableTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private static readonly string[] Readers = ["ks", "auc", "viewer", "administrator", "owner", "other"];

    /// <summary>Free text that anybody may read who sees the need.</summary>
    private static readonly string[] Stated = ["mark-title", "mark-description", "mark-reason", "mark-constraints"];

    /// <summary>What the hromada says to those who work on it.</summary>
    private static readonly string[] Between = ["mark-wishes", "mark-vetoes", "mark-question"];

    /// <summary>Names in Cyrillic letters as they are, or no search would find them.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly NeedsServer _server = fixture.Server;

    public static MatrixTheoryData<string, string, string> Needs =>
        new(["Vinnytsia", "Nikopol"], ["public", "partners", "restricted", "undecided"], NeedCourse.Statuses);

    [Theory]
    [MemberData(nameof(Needs))]
    public async Task No_way_out_tells_a_reader_more_than_the_table(string place, string sensitivity, string status)
    {
        var hromada = place == "Nikopol" ? Places.Nikopol : Places.Vinnytsia;
        var need = await _server.NeedInAsync(status, Marked(hromada.Code, sensitivity));
        using var ks = _server.Staff(StaffRole.KsCoordinator);
        using var auc = _server.Staff(StaffRole.AucCoordinator);
        using var viewer = _server.Staff(StaffRole.Viewer);
        using var administrator = _server.Staff(StaffRole.Administrator);
        using var owner = await _server.PartnerAsync(hromada);
        using var other = await _server.PartnerAsync(Places.Studena);

        foreach (var (name, reader) in Readers.Zip(new NeedsCaller[] { ks, auc, viewer, administrator, owner, other }))
        {
            var allowed = MarksFor(name, hromada == Places.Nikopol, sensitivity, status);
            foreach (var (way, told) in await RestAsync(reader, need.Id))
            {
                AssertNoMore($"{name} by {way}", told, allowed, hromada.Names.Uk!, hromada.Code);
                if (way == "GET")
                    AssertNoLess($"{name} by {way}", told, allowed, status, hromada.Code);
            }
        }

        foreach (var (name, role) in new[] { ("ks", StaffRole.KsCoordinator), ("viewer", StaffRole.Viewer), ("administrator", StaffRole.Administrator) })
        {
            var allowed = MarksFor(name, hromada == Places.Nikopol, sensitivity, status);
            foreach (var (way, told) in await GrpcAsync(role, need.Id))
            {
                AssertNoMore($"{name} by {way}", told, allowed, hromada.Names.Uk!, hromada.Code);
                if (way == "GetNeed")
                    AssertNoLess($"{name} by {way}", told, allowed, status, hromada.Code);
            }
        }

        AssertNoMore("audit", await AuditAsync(need.Id), [], hromada.Names.Uk!, hromada.Code);
        foreach (var told in _server.Notification.Heard<object>().Where(message => message is not NeedVerified))
            AssertNoMore("events", $"{told}", [], hromada.Names.Uk!, hromada.Code);
    }

    /// <summary>Which marks a reader may meet; "place" is the hromada's name and code.</summary>
    private static string[] MarksFor(string reader, bool war, string sensitivity, string status)
    {
        string[] all = [.. Stated, .. Between, "place"];
        if (reader is "ks" or "auc" or "owner")
            return all;
        if (sensitivity is "restricted" or "undecided" || status == "suspended")
            return [];
        if (reader is "viewer" or "administrator")
            return all;
        // In or near the war nothing is told for ninety days, and no text or place after that.
        return war || status is not ("verified" or "partly_met" or "met" or "closed") ? [] : [.. Stated, "place"];
    }

    private static void AssertNoMore(string where, string told, string[] allowed, string name, string code)
    {
        foreach (var mark in Stated.Concat(Between).Except(allowed))
            Assert.False(told.Contains(mark, StringComparison.Ordinal), $"{where}: {mark} in {told}");
        if (!allowed.Contains("place"))
            Assert.False(
                told.Contains(name, StringComparison.Ordinal) || told.Contains(code, StringComparison.Ordinal), $"{where}: the place in {told}");
    }

    /// <summary>A table that is never met would hold of a way out that tells nothing.</summary>
    private static void AssertNoLess(string where, string told, string[] allowed, string status, string code)
    {
        foreach (var mark in allowed.Where(mark => mark != "mark-question" || status == "returned").Select(mark => mark == "place" ? code : mark))
            Assert.True(told.Contains(mark, StringComparison.Ordinal), $"{where}: no {mark} in {told}");
    }

    private static JsonObject Marked(string code, string sensitivity)
    {
        var need = ANeed.InFull(Places.Vinnytsia);
        need["municipality"] = code;
        need["title"] = new JsonObject { ["uk"] = "mark-title", ["en"] = "mark-title" };
        need["description"] = new JsonObject { ["uk"] = sensitivity == "undecided" ? "mark-description +380 67 123 45 67" : "mark-description" };
        need["urgencyReason"] = "mark-reason";
        need["constraints"] = "mark-constraints";
        need["wishes"] = "mark-wishes";
        need["vetoes"] = "mark-vetoes";
        need["sensitivity"] = sensitivity == "undecided" ? "public" : sensitivity;
        return need;
    }

    private static async Task<IReadOnlyList<(string Way, string Told)>> RestAsync(NeedsCaller reader, string id)
    {
        // Of a list only the need's own line; the others are of other tests of the table.
        async Task<string> LineAsync(string query) =>
            string.Concat((await reader.FindNeedsAsync($"{query}limit=200")).Items
                .Where(item => (string?)item["id"] == id).Select(item => item.ToJsonString(Readable)));
        return
        [
            ("GET", (await reader.GetNeedAsync(id)).Body.ToJsonString(Readable)),
            ("history", (await reader.GetAsync($"/api/v1/needs/{id}/history")).Body.ToJsonString(Readable)),
            ("list", await LineAsync("?")),
            ("list by area", await LineAsync("?area=WAT&")),
        ];
    }

    private async Task<IReadOnlyList<(string Way, string Told)>> GrpcAsync(string role, string id)
    {
        var client = _server.Grpc(role);
        var found = await client.FindNeedsAsync(new FindNeedsRequest { Page = 1, PageSize = 100, Sort = "-submitted_at" });
        return
        [
            ("GetNeed", JsonFormatter.Default.Format(await client.GetNeedAsync(new GetNeedRequest { NeedId = id }))),
            ("FindNeeds", string.Concat(found.Rows.Where(row => row.NeedId == id).Select(row => JsonFormatter.Default.Format(row)))),
        ];
    }

    private async Task<string> AuditAsync(string id) => await _server.Database.ScalarAsync<string>(
        $"select string_agg(coalesce(before::text, '') || coalesce(after::text, ''), ' ') from audit where subject_id = '{id}'") ?? "";
}
