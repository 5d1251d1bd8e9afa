using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Safety;

public sealed class TextCheckTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Theory]
    [InlineData("Телефонуйте +380 67 123 45 67", "phone_number")]
    [InlineData("дзвоніть 067-123-45-67 зранку", "phone_number")]
    [InlineData("тел. 5 12 34 56", "phone_number")]
    [InlineData("Ring oss, tlf 22 33 44 55", "phone_number")]
    [InlineData("тел ０６７１２３４５６７", "phone_number")]
    [InlineData("дзвоніть 067\u200b123\u200b45\u200b67 зранку", "phone_number")]
    [InlineData("тел. 5\u00ad12\u200d34\u206056", "phone_number")]
    [InlineData("пишіть на rada@example.org.ua", "email_address")]
    [InlineData("write to mayor (at) example.org", "email_address")]
    [InlineData("РНОКПП 1759013776", "tax_number")]
    [InlineData("паспорт КВ 123456", "passport")]
    [InlineData("посвідчення водія 123456789", "passport")]
    [InlineData("рахунок UA213223130000026007233566001", "bank_account")]
    [InlineData("станція 49.2331, 28.4682", "coordinates")]
    [InlineData("49,23310 N 28,46820 E", "coordinates")]
    [InlineData("49° 14' 00\" N", "coordinates")]
    [InlineData("див. https://maps.app.goo.gl/abc", "coordinates")]
    [InlineData("Котельня на вул. Соборна, 59 не працює", "critical_infrastructure_address")]
    [InlineData("Підстанція, проспект Коцюбинського 4", "critical_infrastructure_address")]
    [InlineData("The pumping station at 12 Soborna Street", "critical_infrastructure_address")]
    [InlineData("Sykehuset i Storgata 12", "critical_infrastructure_address")]
    [InlineData("Гуманітарна допомога прибуде 12.12.2026", "delivery_route")]
    [InlineData("The convoy leaves at 06:30", "delivery_route")]
    [InlineData("Маршрут колони через село", "delivery_route")]
    public async Task What_must_not_be_told_is_found_and_the_writer_is_warned_in_three_languages(string text, string kind)
    {
        var need = await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("description", new JsonObject { ["uk"] = text }.ToJsonString()));

        var warning = Assert.Single(need.Body["warnings"]!.AsArray())!;
        Assert.Equal(("description.uk", kind), ((string)warning["field"]!, (string)warning["kind"]!));
        Assert.All(["nb", "uk", "en"], language => Assert.NotEmpty((string)warning["text"]![language]!));
        Assert.True((bool)need.Body["textsUndecided"]!);
    }

    [Fact]
    public async Task An_address_is_one_of_infrastructure_also_when_another_field_names_that()
    {
        var need = await _server.SubmitNeedAsync(ANeed.InVinnytsia()
            .With("title", """{"uk":"Ремонт котельні"}""").With("description", """{"uk":"Вона стоїть на вул. Соборна, 59."}"""));

        var warning = Assert.Single(need.Body["warnings"]!.AsArray())!;
        Assert.Equal(("description.uk", "critical_infrastructure_address"), ((string)warning["field"]!, (string)warning["kind"]!));
    }

    [Theory]
    [InlineData("49.1234", "x")]
    [InlineData("12°", "x")]
    [InlineData("колона", "12:")]
    [InlineData("вул. а", "x")]
    public async Task No_text_is_slow_to_look_through(string before, string after)
    {
        var text = before + new string(' ', 3980) + after;
        var watch = Stopwatch.StartNew();

        await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("description", new JsonObject { ["en"] = text }.ToJsonString()));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData("Насоси працюють з 1974 року, потрібно 4 насоси по 55 кВт.")]
    [InlineData("Населення 37 524 особи, з них 4 120 ВПО; бюджет 1 250 000 000 грн.")]
    [InlineData("Громада UA05020030000031457, проєкт DREAM-UA-010126-0A1B2C3D")]
    [InlineData("Котельня потребує порад; вартість 12 500 000 грн до 01.03.2027")]
    [InlineData("Школа на вул. Соборна, 59")]
    [InlineData("ДСТУ 4163:2020, закон 2939-VI, пункт 3.12.2")]
    [InlineData("Number 1759013777 is no tax number")]
    [InlineData("Vi trenger råd om fjernvarme i 2027, 40 dagsverk.")]
    public async Task What_is_innocent_is_let_through(string text)
    {
        var need = await _server.SubmitNeedAsync(ANeed.InVinnytsia()
            // No infrastructure, or every address would be one of it.
            .With("title", """{"uk":"Порада"}""").With("description", new JsonObject { ["uk"] = text }.ToJsonString()));

        Assert.Empty(need.Body["warnings"]!.AsArray());
        Assert.False((bool)need.Body["textsUndecided"]!);
    }

    [Theory]
    [InlineData("urgencyReason")]
    [InlineData("constraints")]
    [InlineData("wishes")]
    [InlineData("vetoes")]
    public async Task Every_free_text_is_looked_at(string field)
    {
        var need = await _server.SubmitNeedAsync(ANeed.InVinnytsia().With(field, "\"+380 67 123 45 67\""));

        Assert.Equal(field, (string?)Assert.Single(need.Body["warnings"]!.AsArray())!["field"]);
    }

    [Fact]
    public async Task Until_a_person_decides_it_is_restricted_for_readers_and_for_matching_and_then_as_decided()
    {
        using var viewer = _server.Staff(StaffRole.Viewer);
        using var partner = await _server.PartnerAsync(Places.Studena);
        var need = await _server.VerifyAsync(await SubmitSuspectAsync());

        Assert.NotEmpty((await viewer.GetNeedAsync(need.Id)).Body["masked"]!.AsArray());
        (await partner.GetNeedAsync(need.Id)).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        await _server.Matching.WaitForAsync<NeedVerified>(told => $"{told.NeedId}" == need.Id && told is { Sensitivity: Sensitivity.Restricted, Again: false });

        var cleared = (await _server.StepAsync(need, "decide-texts", """{"decision":"clear"}""")).Expect(HttpStatusCode.OK);

        Assert.False((bool)cleared.Body["textsUndecided"]!);
        Assert.Equal(Places.Vinnytsia.Code, (await partner.GetNeedAsync(need.Id)).Text("municipality"));
        await _server.Matching.WaitForAsync<NeedVerified>(told => $"{told.NeedId}" == need.Id && told is { Sensitivity: Sensitivity.Partners, Again: true });
    }

    [Fact]
    public async Task A_decision_to_restrict_names_its_legal_ground_and_holds()
    {
        using var partner = await _server.PartnerAsync(Places.Studena);
        var need = await _server.VerifyAsync(await SubmitSuspectAsync());

        var decided = await _server.StepAsync(need, "decide-texts", """{"decision":"restrict","exemptionGround":"personal_data"}""");

        Assert.Equal(("restricted", "personal_data"), (decided.Text("sensitivity"), decided.Text("exemptionGround")));
        (await partner.GetNeedAsync(need.Id)).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
    }

    [Fact]
    public async Task A_revision_that_takes_the_words_out_lifts_the_restriction_and_new_words_are_decided_on_anew()
    {
        var need = await SubmitSuspectAsync();
        var cleared = await _server.StepAsync(need, "decide-texts", """{"decision":"clear"}""");

        var same = await _server.ReviseAsync(cleared, Suspect().With("urgency", "4"));
        var other = await _server.ReviseAsync(same, Suspect().With("constraints", "\"+380 50 765 43 21\""));
        var clean = await _server.ReviseAsync(other, ANeed.InVinnytsia());

        Assert.False((bool)same.Body["textsUndecided"]!);
        Assert.True((bool)other.Body["textsUndecided"]!);
        Assert.False((bool)clean.Body["textsUndecided"]!);
        Assert.Empty(clean.Body["warnings"]!.AsArray());
    }

    private static JsonObject Suspect() => ANeed.InVinnytsia().With("description", """{"uk":"Телефонуйте +380 67 123 45 67"}""");

    private Task<Answer> SubmitSuspectAsync() => _server.SubmitNeedAsync(Suspect());
}
