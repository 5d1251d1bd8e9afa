using System.Net;
using Google.Rpc;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>Official registers come in as files, and what waits for a person is settled, without script.</summary>
public sealed class RegistersTests() : StaffPages(StaffRole.AucCoordinator)
{
    private static readonly byte[] File = "code"u8.ToArray();

    [Fact]
    public async Task A_file_is_tried_and_then_the_same_is_published()
    {
        var tried = await Staff.SubmitAsync(await Staff.GetAsync("registers/katottg"), "register", File, "kodifikator.csv");
        Assert.Contains("Вінницька → Вінницька міська", tried.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is changed.", tried.Text, StringComparison.Ordinal);
        Assert.Equal("import", tried.FieldsOf("register")["mode"]);

        var published = await Staff.SubmitAsync(tried, "register", File, "kodifikator.csv");

        Assert.Equal([true, false], Server.Heard.Of<UploadRegisterRequest>().Select(request => request.DryRun));
        Assert.All(Server.Heard.Of<UploadRegisterRequest>(), request => Assert.Equal(("katottg", "kodifikator.csv", "code"), (request.Register, request.File, request.Content.ToStringUtf8())));
        Assert.Contains("The file is published.", published.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_file_than_the_one_that_was_tried_is_not_published_nor_the_same_with_another_day()
    {
        var tried = await Staff.SubmitAsync(await Staff.GetAsync("registers/territory"), "register", File, "376.csv", ("order", "376"), ("published", "2026-11-10"));
        var other = await Staff.SubmitAsync(tried, "register", "other"u8.ToArray(), "376.csv");
        var otherDay = await Staff.SubmitAsync(tried, "register", File, "376.csv", ("published", "2026-11-11"));
        var untried = await Staff.SubmitAsync(await Staff.GetAsync("registers/katottg"), "register", File, "kodifikator.csv", ("mode", "import"));

        Assert.Equal(("376", "2026-11-10", true), Assert.Single(Server.Heard.Of<UploadRegisterRequest>()) is var sent ? (sent.Order, sent.Published, sent.DryRun) : default);
        Assert.All([other, otherDay, untried], page => Assert.Contains("Try it first and look over the changes.", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Faults_are_told_by_row_and_what_cannot_be_read_at_its_field()
    {
        var faulty = await Staff.SubmitAsync(await Staff.GetAsync("registers/katottg"), "register", "faulty"u8.ToArray(), "kodifikator.csv");
        Assert.Contains("Row 2, katottg: The code is not UA and 17 digits.", faulty.Text, StringComparison.Ordinal);
        Assert.Equal(("", "try"), (faulty.FieldsOf("register")["tried"], faulty.FieldsOf("register")["mode"]));

        Server.Heard.Refuse<UploadRegisterRequest>(Refusals.Of(Code.InvalidArgument, "file_too_large", ("file", "file_too_large", "Unpacked too large.")));
        var bomb = await Staff.SubmitAsync(await Staff.GetAsync("registers/katottg"), "register", File, "kodifikator.xlsx");
        var lacking = await Staff.SubmitAsync(await Staff.GetAsync("registers/territory"), "register", [], "");

        Assert.Contains("The file is too large when it is unpacked.", bomb.Text, StringComparison.Ordinal);
        foreach (var field in new[] { "file", "order", "published" })
            Assert.Contains($"#register-{field}\"", lacking.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_waits_is_settled_with_a_note_and_who_comes_second_sees_the_others()
    {
        var list = await Staff.GetAsync("registers/reviews?status=open&register=enhetsregisteret&code=3301");
        var page = await Staff.GetAsync($"registers/reviews/{RegisterSamples.ReviewId}");
        var done = await Staff.SubmitAsync(page, "settle", ("note", "Looked it up."));

        Assert.Equal(("open", "enhetsregisteret", "3301"), Server.Heard.Of<FindReviewsRequest>()[0] is var asked ? (asked.Status, asked.Register, asked.Code) : default);
        Assert.Contains("The register has another organisation number.", list.Text, StringComparison.Ordinal);
        Assert.Equal((RegisterSamples.ReviewId, 1L, "Looked it up."), Assert.Single(Server.Heard.Of<SettleReviewRequest>()) is var sent ? (sent.ReviewId, sent.Version, sent.Note) : default);
        Assert.Contains("The row is settled.", done.Text, StringComparison.Ordinal);

        var settled = await Staff.GetAsync($"registers/reviews/{RegisterSamples.SettledReviewId}");
        Assert.False(settled.HasForm("settle"));
        var fields = page.FieldsOf("settle");
        fields["note"] = "Mine";
        var second = await Staff.PostAsync($"registers/reviews/{RegisterSamples.SettledReviewId}", fields.ToDictionary(field => field.Key, field => field.Key == "version" ? "0" : field.Value));
        Assert.Contains("Called Drammen: the old one is right.", second.Text, StringComparison.Ordinal);
        Assert.Equal("Mine", second.FieldsOf("settle")["note"]);
    }

    [Fact]
    public async Task Only_coordinators_bring_registers_in()
    {
        using var viewer = await Server.StaffAsync(StaffRole.Viewer, StaffRole.Administrator);

        Assert.Contains("href=\"registers\"", (await Staff.GetAsync("municipalities")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"registers", (await viewer.GetAsync("municipalities")).Html, StringComparison.Ordinal);
        foreach (var address in new[] { "registers", "registers/katottg", "registers/reviews", $"registers/reviews/{RegisterSamples.ReviewId}" })
            (await viewer.GetAsync(address)).Expect(HttpStatusCode.Forbidden);
        (await Staff.GetAsync("registers/unheard-of")).Expect(HttpStatusCode.NotFound);
    }
}
