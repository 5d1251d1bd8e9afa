using System.Net;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

public sealed class BadNeedTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    /// <summary>What is sent instead of the right value, the field that is named, and the code.</summary>
    public static TheoryData<string, string, string, string> BadFields => new()
    {
        { "municipality", "null", "municipality", "missing_field" },
        { "municipality", "\"UA05020030000099999\"", "municipality", "unknown_municipality" },
        { "municipality", "\"UА05020030000031457\"", "municipality", "cyrillic_letters" },
        { "municipality", "\"ua05020030000031457\"", "municipality", "lower_case" },
        { "municipality", "\"UA0502003000003145\"", "municipality", "invalid_katottg" },
        { "municipality", "\"UA05020030000031457\\n\"", "municipality", "invalid_katottg" },
        { "municipality", "\"UA٠٥٠٢٠٠٣٠٠٠٠٠٣١٤٥٧\"", "municipality", "invalid_katottg" },
        { "area", "null", "area", "missing_field" },
        { "area", "\"XYZ\"", "area", "unknown_area" },
        { "area", "\"WАT\"", "area", "cyrillic_letters" },
        { "area", "\"wat\"", "area", "unknown_area" },
        { "area", "\"WAT\\u0000\"", "area", "unknown_area" },
        { "title", "null", "title", "missing_field" },
        { "title", "{}", "title", "missing_field" },
        { "title", """{"uk":"  аб  "}""", "title.uk", "too_short" },
        { "title", $$"""{"uk":"вода","nb":"{{new string('ø', 201)}}"}""", "title.nb", "too_long" },
        { "title", """{"en":"two\nlines"}""", "title.en", "control_characters" },
        { "title", """{"en":"two\u2028lines"}""", "title.en", "control_characters" },
        { "title", """{"en":"a bell \u0007"}""", "title.en", "control_characters" },
        { "title", """{"en":"zero \u0000 byte"}""", "title.en", "control_characters" },
        { "title", """{"en":"turned \u202e round"}""", "title.en", "control_characters" },
        { "title", """{"en":"isolated \u2066 part"}""", "title.en", "control_characters" },
        { "title", """{"en":"Water","de":"Wasser"}""", "title.de", "unknown_field" },
        { "description", $$"""{"uk":"{{new string('д', 4001)}}"}""", "description.uk", "too_long" },
        { "description", """{"nb":""}""", "description.nb", "too_short" },
        { "description", """{"nb":"\u001b[31mred"}""", "description.nb", "control_characters" },
        { "horizon", "null", "horizon", "missing_field" },
        { "horizon", "\"soon\"", "horizon", "unknown_value" },
        { "horizon", "\"Medium\"", "horizon", "unknown_value" },
        { "horizon", "1", "horizon", "wrong_type" },
        { "urgency", "null", "urgency", "missing_field" },
        { "urgency", "0", "urgency", "out_of_range" },
        { "urgency", "5", "urgency", "out_of_range" },
        { "urgency", "-3", "urgency", "out_of_range" },
        { "urgency", "\"high\"", "urgency", "wrong_type" },
        { "urgencyReason", "null", "urgencyReason", "missing_field" },
        { "urgencyReason", $"\"{new string('r', 1001)}\"", "urgencyReason", "too_long" },
        { "desiredModes", """["advice_remote","advice_remote"]""", "desiredModes", "stands_twice" },
        { "desiredModes", """["advice_remote","money"]""", "desiredModes[1]", "unknown_value" },
        { "desiredModes", "[null]", "desiredModes[0]", "missing_field" },
        { "personDays", "0", "personDays", "out_of_range" },
        { "personDays", "-40", "personDays", "out_of_range" },
        { "personDays", "20001", "personDays", "out_of_range" },
        { "personDays", "2000000000", "personDays", "out_of_range" },
        { "personDays", "9000000000000", "personDays", "wrong_type" },
        { "personDays", "1.5", "personDays", "wrong_type" },
        { "personDays", "\"40\"", "personDays", "wrong_type" },
        { "effortBand", "\"small\"", "effortBand", "effort_twice" },
        { "languages", "null", "languages", "out_of_range" },
        { "languages", "[]", "languages", "out_of_range" },
        { "languages", """["uk","en","pl","de","fr","es","it","nb","sv"]""", "languages", "out_of_range" },
        { "languages", """["uk","uk"]""", "languages", "stands_twice" },
        { "languages", """["uk","xx"]""", "languages[1]", "unknown_language" },
        { "languages", """["UK"]""", "languages[0]", "unknown_language" },
        { "languages", "[null]", "languages[0]", "unknown_language" },
        { "sensitivity", "null", "sensitivity", "missing_field" },
        { "sensitivity", "\"secret\"", "sensitivity", "unknown_value" },
        { "neededBy", "\"2026-11-22\"", "neededBy", "date_in_past" },
        { "neededBy", "\"2036-11-24\"", "neededBy", "date_too_far" },
        { "neededBy", "\"01.03.2027\"", "neededBy", "invalid_date" },
        { "neededBy", "\"2027-02-29\"", "neededBy", "invalid_date" },
        { "illustrative", "\"yes\"", "illustrative", "wrong_type" },
        { "kind", "\"money\"", "kind", "unknown_value" },
        { "secondaryAreas", """["WAT"]""", "secondaryAreas", "stands_twice" },
        { "secondaryAreas", """["HEA-D","XYZ"]""", "secondaryAreas[1]", "unknown_area" },
        // Nothing is looked up for more than five.
        { "secondaryAreas", """["AAA","BBB","CCC","DDD","EEE","FFF"]""", "secondaryAreas", "out_of_range" },
        { "secondaryAreas", """[null]""", "secondaryAreas[0]", "missing_field" },
        { "translations", """{"nb":"machine"}""", "translations.nb", "no_text" },
        { "translations", """{"uk":"person","en":"person"}""", "translations", "no_original" },
        { "translations", """{"en":"cat"}""", "translations.en", "unknown_value" },
        { "peopleAffected", """{"total":-1}""", "peopleAffected.total", "out_of_range" },
        { "peopleAffected", """{"total":10,"idps":11}""", "peopleAffected.idps", "part_over_whole" },
        { "quantity", """{"requested":4}""", "quantity.unit", "missing_field" },
        { "quantity", """{"requested":4,"unit":"bucket"}""", "quantity.unit", "unknown_value" },
        { "quantity", """{"unit":"piece"}""", "quantity.requested", "missing_field" },
        { "quantity", """{"requested":0,"unit":"piece"}""", "quantity.requested", "out_of_range" },
        { "quantity", """{"requested":4,"unit":"piece","fulfilled":5}""", "quantity.fulfilled", "out_of_range" },
        { "season", "\"monsoon\"", "season", "unknown_value" },
        { "readiness", "\"in_dream\"", "dreamId", "missing_field" },
        { "dreamId", "\"DREAM-UA-1\"", "dreamId", "invalid_dream_id" },
        { "rdnaSector", "\"space\"", "rdnaSector", "unknown_value" },
        { "cost", """{"estimated":100}""", "cost.currency", "missing_field" },
        { "cost", """{"estimated":100,"currency":"XBT"}""", "cost.currency", "unknown_currency" },
        { "cost", """{"currency":"UAH"}""", "cost.estimated", "missing_field" },
        { "cost", """{"estimated":0,"currency":"UAH"}""", "cost.estimated", "out_of_range" },
        { "cost", """{"estimated":100,"currency":"UAH","ownContribution":101}""", "cost.ownContribution", "part_over_whole" },
        { "cost", """{"estimated":100,"currency":"UAH","ownContribution":-1}""", "cost.ownContribution", "out_of_range" },
        { "cost", """{"estimated":100,"currency":"UAH","bribe":1}""", "cost.bribe", "unknown_field" },
        { "constraints", """ "turned \u202e round" """, "constraints", "control_characters" },
        { "wishes", $"\"{new string('w', 1001)}\"", "wishes", "too_long" },
        { "locationPrecision", "\"street\"", "locationPrecision", "unknown_value" },
        { "source", "\"rumour\"", "source", "unknown_value" },
        { "colour", "\"blue\"", "colour", "unknown_field" },
        // What needs-intake itself decides cannot be sent along.
        { "id", "\"01999999-9999-7999-8999-999999999999\"", "id", "unknown_field" },
        { "status", "\"verified\"", "status", "unknown_field" },
        { "organisationId", "\"01999999-9999-7999-8999-999999999999\"", "organisationId", "unknown_field" },
        { "owner", "\"somebody\"", "owner", "unknown_field" },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public async Task A_bad_field_is_named_with_its_code_and_nothing_else_is(string sent, string json, string field, string code)
    {
        var answer = await _server.SubmitAsync(ANeed.InVinnytsia().With(sent, json));

        answer.ExpectProblem(HttpStatusCode.BadRequest, code);
        Assert.Equal([(field, code)], answer.Errors);
    }

    [Theory]
    [InlineData("auc_call")]
    [InlineData("auc_visit")]
    public async Task That_AUC_called_or_came_is_not_for_a_partner_to_say(string source)
    {
        using var own = await _server.PartnerAsync(Places.Vinnytsia);
        var need = ANeed.InVinnytsia().With("source", $"\"{source}\"");

        (await own.SubmitAsync(need)).ExpectProblem(HttpStatusCode.BadRequest, "source_is_aucs");
        Assert.Equal(source, (await _server.SubmitNeedAsync(need)).Text("source"));
    }

    [Fact]
    public async Task What_AUC_said_of_the_source_stays_when_the_hromada_says_its_need_anew()
    {
        using var own = await _server.PartnerAsync(Places.Vinnytsia);
        var need = await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("source", "\"auc_visit\""));

        var unsaid = await own.ReviseAsync(need, ANeed.InVinnytsia());
        var repeated = await own.ReviseAsync(unsaid, ANeed.InVinnytsia().With("source", "\"auc_visit\""));

        Assert.Equal("auc_visit", repeated.Expect(HttpStatusCode.OK).Text("source"));
        (await own.ReviseAsync(repeated, ANeed.InVinnytsia().With("source", "\"auc_call\""))).ExpectProblem(HttpStatusCode.BadRequest, "source_is_aucs");
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var answer = await _server.SubmitAsync(ANeed.InVinnytsia()
            .With("municipality", "\"UА05020030000031457\"").With("area", "\"XYZ\"").With("title", "{}").With("urgency", "7")
            .With("personDays", "-1").With("neededBy", "\"2020-01-01\""));

        answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid_fields");
        Assert.Equal(
            ["area", "municipality", "neededBy", "personDays", "title", "urgency"],
            answer.Errors.Select(error => error.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_longest_texts_and_the_furthest_day_are_taken()
    {
        await _server.SubmitNeedAsync(ANeed.InVinnytsia()
            .With("title", $$"""{"uk":"{{new string('в', 200)}}"}""")
            .With("description", $$"""{"uk":"{{new string('в', 4000)}}"}""")
            .With("personDays", "20000")
            .With("neededBy", "\"2036-11-23\""));
    }

    [Theory]
    [InlineData("""{"municipality": """, "application/json", HttpStatusCode.BadRequest, "malformed_json")]
    [InlineData("", "application/json", HttpStatusCode.BadRequest, "missing_body")]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest, "wrong_type")]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest, "missing_body")]
    [InlineData("""{"area":"WAT","area":"WAT"}""", "application/json", HttpStatusCode.BadRequest, "duplicate_field")]
    [InlineData("area=WAT", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType, "unsupported_media_type")]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType, "unsupported_media_type")]
    public async Task A_body_that_cannot_be_read_is_a_problem_with_a_code(
        string body, string mediaType, HttpStatusCode status, string code)
    {
        var answer = await _server.SendAsync(HttpMethod.Post, "", body, etag: null, mediaType);

        answer.ExpectProblem(status, code);
    }

    [Fact]
    public async Task A_text_of_a_megabyte_is_refused_by_its_field()
    {
        var answer = await _server.SubmitAsync(ANeed.InVinnytsia().With("description", $$"""{"en":"{{new string('d', 1_000_000)}}"}"""));

        answer.ExpectProblem(HttpStatusCode.BadRequest, "too_long");
    }

    [Theory]
    [InlineData("Repair of")]
    [InlineData("UA05020030000031457")]
    [InlineData("expert_visit")]
    public async Task Half_a_surrogate_pair_is_a_body_that_cannot_be_read(string text)
    {
        var body = ANeed.InVinnytsia().ToJsonString().Replace(text, text + "\\ud83d", StringComparison.Ordinal);

        (await _server.SendAsync(HttpMethod.Post, "", body, etag: null)).Expect(HttpStatusCode.BadRequest);
    }
}
