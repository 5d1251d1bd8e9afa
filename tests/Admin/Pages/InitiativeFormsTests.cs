using System.Net;
using Google.Rpc;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>Who already helps is recorded, revised, ended and taken back, without script.</summary>
public sealed class InitiativeFormsTests() : StaffPages(StaffRole.AucCoordinator)
{
    private static readonly string One = $"initiatives/{RegisterSamples.InitiativeId}";

    [Fact]
    public async Task From_a_hromadas_page_somebody_outside_the_register_is_recorded()
    {
        var hromada = await Staff.GetAsync($"municipalities/{Samples.HromadaCode}");
        var page = await Staff.GetAsync($"initiatives/new?hromada={Samples.HromadaCode}");
        var done = await Staff.SubmitAsync(
            page, "initiative", ("partner.name", "Leipzig"), ("partner.country", "DE"), ("kind", "project"), ("programme", "skew"), ("status", "planned"),
            ("source.name", "SKEW"), ("source.date", "2026-01-15"));

        Assert.Contains($"initiatives/new?hromada={Samples.HromadaCode}", hromada.Html, StringComparison.Ordinal);
        var said = Assert.Single(Server.Heard.Of<KeepInitiativeRequest>()).Content;
        Assert.Equal((Samples.HromadaCode, "", "Leipzig", "de", "skew"), (said.HromadaCode, said.PartnerCode, said.PartnerName, said.PartnerCountry, said.Programme));
        Assert.Contains("It is recorded.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_and_what_is_refused_stands_at_its_field()
    {
        var page = await Staff.GetAsync("initiatives/new");
        var lacking = await Staff.SubmitAsync(page, "initiative");
        Assert.Empty(Server.Heard.Of<KeepInitiativeRequest>());
        Server.Heard.Refuse<KeepInitiativeRequest>(Refusals.Of(Code.InvalidArgument, "invalid_fields", ("partner", "one_of_two", "One."), ("source", "missing_field", "Who?")));
        var refused = await Staff.SubmitAsync(
            page, "initiative", ("hromada", Samples.HromadaCode), ("kind", "project"), ("programme", "skew"), ("status", "planned"), ("source.date", "2026-01-15"));

        foreach (var field in new[] { "hromada", "kind", "programme", "status", "source.date" })
            Assert.Contains($"#initiative-{field}\"", lacking.Html, StringComparison.Ordinal);
        foreach (var field in new[] { "partner.code", "source.name" })
            Assert.Contains($"#initiative-{field}\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_second_sees_the_others_values_beside_the_own_and_goes_on()
    {
        var page = await Staff.GetAsync(One);
        var second = await Staff.SubmitAsync(page, "initiative", ("version", "1"), ("status", "cooperation_reported"), ("until", "2027-01-01"));

        var html = WebUtility.HtmlDecode(second.Html);
        Assert.Contains("<th scope=\"row\">Status</th><td class=\"kb-words\">Agreement signed</td><td class=\"kb-words\">Cooperation reported</td>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Until</th><td class=\"kb-words\">–</td><td class=\"kb-words\">2027-01-01</td>", html, StringComparison.Ordinal);
        var saved = await Staff.SubmitAsync(second, "initiative");
        Assert.Equal((2L, "2027-01-01", "3301", ""), Server.Heard.Of<KeepInitiativeRequest>()[^1] is var sent ? (sent.Version, sent.Content.Until, sent.Content.PartnerCode, sent.Content.PartnerCountry) : default);
        Assert.Contains("The changes are saved.", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_ended_and_taken_back()
    {
        var page = await Staff.GetAsync(One);
        var ended = await Staff.SubmitAsync(page, "end", ("on", "2026-06-30"));
        var taken = await Staff.SubmitAsync(page, "withdraw");

        Assert.Equal([("end", "2026-06-30", 2L), ("withdraw", "", 2L)], Server.Heard.Of<TakeInitiativeStepRequest>().Select(step => (step.Step, step.On, step.Version)));
        Assert.Contains("The cooperation is ended.", ended.Text, StringComparison.Ordinal);
        Assert.Contains("It is taken back.", taken.Text, StringComparison.Ordinal);
        var over = await Staff.GetAsync($"initiatives/{RegisterSamples.EndedInitiativeId}");
        Assert.All((string[])["initiative", "end", "withdraw"], form => Assert.False(over.HasForm(form)));
    }

    [Fact]
    public async Task The_list_is_filtered_and_who_may_not_write_reads()
    {
        await Staff.GetAsync($"initiatives?municipality={Samples.HromadaCode}&country=DE&kind=project&programme=skew&status=ended&page=2&size=50");
        using var viewer = await Server.StaffAsync(StaffRole.Viewer);

        var request = Assert.Single(Server.Heard.Of<FindInitiativesRequest>());
        Assert.Equal((Samples.HromadaCode, "de", "project", "skew", "ended", 2), (request.MunicipalityCode, request.Country, request.Kind, request.Programme, request.Status, request.Page));
        (await viewer.GetAsync("initiatives/new")).Expect(HttpStatusCode.Forbidden);
        Assert.DoesNotContain("initiatives/new", (await viewer.GetAsync("initiatives")).Html, StringComparison.Ordinal);
        (await Staff.GetAsync($"initiatives/{Samples.NeedId}")).Expect(HttpStatusCode.NotFound);
    }
}
