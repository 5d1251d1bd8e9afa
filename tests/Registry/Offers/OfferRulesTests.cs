using System.Net;

namespace Kommunebro.Tests.Registry.Offers;

public sealed class OfferRulesTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Theory]
    [InlineData("municipality", "\"9999\"", "municipality", "unknown_municipality")]
    [InlineData("municipality", "\"03О1\"", "municipality", "cyrillic_letters")]
    [InlineData("municipality", "(nothing)", "municipality", "missing_field")]
    [InlineData("areas", "[]", "areas", "missing_field")]
    [InlineData("areas", "(nothing)", "areas", "missing_field")]
    [InlineData("areas[1]", "null", "areas[1]", "missing_field")]
    [InlineData("areas[0].area", "\"WATER\"", "areas[0].area", "unknown_area")]
    [InlineData("areas[0].area", "\"wat\"", "areas[0].area", "unknown_area")]
    [InlineData("areas[1].area", "\"WAT\"", "areas[1].area", "stands_twice")]
    [InlineData("areas[0].level", "0", "areas[0].level", "out_of_range")]
    [InlineData("areas[0].level", "5", "areas[0].level", "out_of_range")]
    [InlineData("areas[0].level", "2.5", "areas[0].level", "wrong_type")]
    [InlineData("areas[0].level", "\"3\"", "areas[0].level", "wrong_type")]
    [InlineData("areas[0].modes", "[]", "areas[0].modes", "missing_field")]
    [InlineData("areas[0].modes", "[\"training\", \"training\"]", "areas[0].modes", "stands_twice")]
    [InlineData("areas[0].modes", "[\"magic\"]", "areas[0].modes[0]", "wrong_type")]
    [InlineData("areas[0].modes", "[4]", "areas[0].modes[0]", "wrong_type")]
    [InlineData("areas[0].personDays", "0", "areas[0].personDays", "out_of_range")]
    [InlineData("areas[0].personDays", "61", "areas[0].personDays", "above_total")]
    [InlineData("areas[0].days", "1", "areas[0].days", "unknown_field")]
    [InlineData("personDays", "-1", "personDays", "out_of_range")]
    [InlineData("personDays", "20001", "personDays", "out_of_range")]
    [InlineData("personDays", "99999999999", "personDays", "wrong_type")]
    [InlineData("capacityBand", "\"small\"", "capacityBand", "capacity_twice")]
    [InlineData("capacityBand", "\"huge\"", "capacityBand", "wrong_type")]
    [InlineData("terms", "[]", "terms", "missing_field")]
    [InlineData("terms", "[\"long\", \"long\"]", "terms", "stands_twice")]
    [InlineData("languages", "[]", "languages", "out_of_range")]
    [InlineData("languages", "[\"en\",\"uk\",\"nb\",\"pl\",\"de\",\"fr\",\"da\",\"sv\",\"fi\"]", "languages", "out_of_range")]
    [InlineData("languages", "[\"en\",\"en\"]", "languages", "stands_twice")]
    [InlineData("languages", "[\"en\",\"ua\"]", "languages[1]", "unknown_language")]
    [InlineData("languages", "[\"EN\"]", "languages[0]", "unknown_language")]
    [InlineData("languages", "[null]", "languages[0]", "unknown_language")]
    [InlineData("maxPartnerships", "0", "maxPartnerships", "out_of_range")]
    [InlineData("maxPartnerships", "21", "maxPartnerships", "out_of_range")]
    [InlineData("travel", "(nothing)", "travel", "missing_field")]
    [InlineData("travel", "\"moon\"", "travel", "wrong_type")]
    [InlineData("text.en", "\"a\\u001bb\"", "text.en", "control_characters")]
    [InlineData("text.en", "\"a\\u0085b\"", "text.en", "control_characters")]
    [InlineData("text.nb", "\"turned \\u202e round\"", "text.nb", "control_characters")]
    [InlineData("text.de", "\"Hallo\"", "text.de", "unknown_field")]
    [InlineData("expressionOfInterestId", "\"01999999-9999-7999-8999-999999999999\"", "expressionOfInterestId", "unknown_expression_of_interest")]
    [InlineData("expressionOfInterestId", "\"x\"", "expressionOfInterestId", "wrong_type")]
    [InlineData("status", "\"withdrawn\"", "status", "unknown_field")]
    [InlineData("id", "\"01999999-9999-7999-8999-999999999999\"", "id", "unknown_field")]
    [InlineData("organisationId", "\"01999999-9999-7999-8999-999999999999\"", "organisationId", "unknown_field")]
    [InlineData("owner", "\"somebody\"", "owner", "unknown_field")]
    public async Task An_offer_that_breaks_a_rule_is_refused_and_nothing_is_stored(string path, string json, string field, string code)
    {
        var municipality = await registry.RegisterMunicipalityAsync();
        var answer = await registry.SendAsync(HttpMethod.Post, "offers", Bodies.Offer(municipality.Code).With(path, json));
        answer.MustBe(HttpStatusCode.BadRequest, code);
        Assert.Equal([(field, code)], answer.Faults);
        Assert.Equal(0, await registry.Database.ScalarAsync<long>($"select count(*) from offers where municipality_id = '{municipality.Id}'"));
    }

    [Fact]
    public async Task A_text_of_4000_characters_is_taken_and_one_of_4001_is_not()
    {
        var body = Bodies.Offer((await registry.RegisterMunicipalityAsync()).Code);
        (await registry.SendAsync(HttpMethod.Post, "offers", body.With("text.uk", $"\"{new string('ї', 4001)}\"")))
            .MustBe(HttpStatusCode.BadRequest, "too_long").MustName("text.uk", "too_long");
        Assert.Equal(
            HttpStatusCode.Created,
            (await registry.SendAsync(HttpMethod.Post, "offers", body.With("text.uk", $"\"{new string('ї', 4000)}\""))).Status);
    }

    [Fact]
    public async Task The_limits_themselves_are_taken()
    {
        var body = Bodies.Offer((await registry.RegisterMunicipalityAsync()).Code)
            .With("personDays", "20000").With("areas[0].personDays", "20000").With("areas[1].personDays", "1")
            .With("areas[0].level", "4").With("maxPartnerships", "20")
            .With("languages", "[\"en\",\"uk\",\"nb\",\"pl\",\"de\",\"fr\",\"da\",\"sv\"]");
        Assert.Equal(HttpStatusCode.Created, (await registry.SendAsync(HttpMethod.Post, "offers", body)).Status);
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var body = Bodies.Offer("9999").With("areas[0].level", "9").With("areas[1].area", "\"NOPE\"")
            .With("terms", "[]").With("languages", "[]").With("maxPartnerships", "0").With("personDays", "-4");
        var answer = (await registry.SendAsync(HttpMethod.Post, "offers", body)).MustBe(HttpStatusCode.BadRequest, "invalid_fields");
        Assert.Superset(
            new HashSet<string> { "municipality", "areas[0].level", "areas[1].area", "terms", "languages", "maxPartnerships", "personDays" },
            answer.Faults.Select(fault => fault.Field).ToHashSet(StringComparer.Ordinal));
    }
}
