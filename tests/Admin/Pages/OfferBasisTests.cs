using Kommunebro.Contracts;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>What stands behind an offer, on its page.</summary>
public sealed class OfferBasisTests(AdminFixture fixture) : IClassFixture<AdminFixture>
{
    [Theory]
    [InlineData("en", "Decided by the council", "Would like to learn", "Will not work with", "Evidence: ")]
    [InlineData("nb", "Vedtatt i kommunestyret", "Vil lære", "Vil ikke samarbeide med", "Dokumentasjon: ")]
    [InlineData("uk", "Рішення ради", "Бажає навчитися", "Не бажає партнерства з", "Підтвердження: ")]
    public async Task Its_time_decision_choices_and_evidence_are_shown(string language, params string[] words)
    {
        using var staff = await fixture.Server.StaffAsync(StaffRole.Viewer);
        await staff.PostAsync("reading", new Dictionary<string, string> { ["language"] = language, ["back"] = "/admin" });

        var page = await staff.GetAsync($"offers/{RegisterSamples.OfferId}");

        Assert.All(words, word => Assert.Contains(word, System.Net.WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal));
        foreach (var shown in new[]
        {
            "datetime=\"2026-09-01\"", "datetime=\"2027-06-30\"", "datetime=\"2026-06-18\"", "Vi driver to vannverk.",
            "href=\"https://drammen.example/vann\"", $"href=\"municipalities/{Samples.HromadaCode}\">Vyshnivetska</a>",
        })
            Assert.Contains(shown, page.Html, StringComparison.Ordinal);
    }
}
