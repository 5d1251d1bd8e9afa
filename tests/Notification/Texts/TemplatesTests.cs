using System.Text.RegularExpressions;
using Kommunebro.Notification.Notices;
using Kommunebro.Notification.Texts;

namespace Kommunebro.Tests.Notification.Texts;

public sealed partial class TemplatesTests
{
    private static readonly string[] Languages = ["nb", "uk", "en"];

    private static readonly Templates Templates = new();

    /// <summary>All that stands in the assembly: audience/kind.</summary>
    public static TheoryData<string> Notices { get; } = [.. typeof(Templates).Assembly.GetManifestResourceNames()
        .Select(name => Notice().Match(name)).Where(match => match.Success).Select(match => match.Groups["notice"].Value).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notices))]
    public async Task Every_text_is_there_in_every_language_and_names_only_what_it_is_given(string notice)
    {
        var (audience, kind) = (notice.Split('/')[0], notice.Split('/')[1]);
        foreach (var (language, everything) in Languages.SelectMany(language => new[] { (language, true), (language, false) }))
        {
            var text = await Templates.RenderAsync(audience == "staff", kind, language, Variables(everything));

            Assert.NotEmpty(text.Title);
            Assert.NotEmpty(text.Text);
            Assert.DoesNotMatch(@"[{}]|\n{3}", $"{text.Title}\n{text.Text}");
            if (language == "uk")
                Assert.Matches(@"\p{IsCyrillic}", text.Text);
        }
    }

    [Fact]
    public async Task A_variable_that_is_missing_is_a_bug_and_no_hole_in_the_text() =>
        await Assert.ThrowsAnyAsync<Exception>(() => Templates.RenderAsync(forStaff: true, "need_submitted", "nb", new Dictionary<string, object>(StringComparer.Ordinal)));

    [Fact]
    public void Every_kind_has_a_text_for_somebody()
    {
        var kinds = typeof(NoticeKind).GetFields().Select(field => (string)field.GetRawConstantValue()!)
            // Told to programs alone.
            .Except([NoticeKind.WebhookTest, NoticeKind.MunicipalityChanged], StringComparer.Ordinal);
        var told = Notices.Select(row => row.Data.Split('/')[1]).ToHashSet(StringComparer.Ordinal);

        Assert.All(kinds, kind => Assert.Contains(kind, told));
    }

    [Fact]
    public async Task What_people_are_called_is_not_taken_for_a_template()
    {
        var variables = Variables(everything: true);
        variables["hromada"] = "{{ supplier }}<script>";

        var text = await Templates.RenderAsync(forStaff: true, "need_submitted", "en", variables);

        Assert.Equal("New need from {{ supplier }}<script>", text.Title);
    }

    private static Dictionary<string, object> Variables(bool everything) => new(StringComparer.Ordinal)
    {
        ["need"] = "01900000-0000-7000-8000-000000000001",
        ["hromada"] = "Vinnytsia",
        ["supplier"] = "Bergen",
        ["unreached"] = everything ? "Bergen" : "",
        ["proposals"] = 3,
        ["unmatched"] = 2,
        ["reason"] = "language",
        ["ended"] = everything ? "suspended" : "",
        ["reminder"] = everything ? "silence" : "",
        ["confirmation"] = everything ? "ahead" : "day_came",
        ["by_person"] = everything,
        ["due_on"] = everything ? "08.01.2027" : "",
        ["answer_by"] = everything ? "08.01.2027" : "",
        ["key"] = everything ? "KS" : "",
        ["stage"] = "first talk",
        ["follow_up_on"] = everything ? "07.12.2026" : "",
        ["error"] = "smtp_550",
        ["host"] = "partner.example",
        ["link"] = "https://kommunebro.example/admin/answer/x",
        ["link_until"] = "31.01.2027",
        ["other"] = "Vinnytsia",
        ["contacts"] = everything
            ? new List<Dictionary<string, object>> { new(StringComparer.Ordinal) { ["name"] = "Kari", ["email"] = "kari@bergen.example", ["title"] = "" } }
            : [],
    };

    [GeneratedRegex(@"^Templates/(?<notice>(staff|municipality)/\w+)\.(nb|uk|en)\.liquid$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Notice();
}
