using System.Net;

namespace Kommunebro.Tests.Registry.Municipalities;

public sealed class MunicipalityRulesTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Theory]
    [InlineData("names.nb", "null", "names.nb", "missing_field")]
    [InlineData("names.nb", "\"  \"", "names.nb", "missing_field")]
    [InlineData("names.en", "\"a\\u0000b\"", "names.en", "control_characters")]
    [InlineData("names.uk", "\"a\\nb\"", "names.uk", "control_characters")]
    [InlineData("names.nb", "\"turned \\u202e round\"", "names.nb", "control_characters")]
    [InlineData("region.names.uk", "\"isolated \\u2066 part\"", "region.names.uk", "control_characters")]
    [InlineData("region.code", "\"1\"", "region.code", "invalid_region")]
    [InlineData("region.code", "\"99\"", "region.code", "region_mismatch")]
    [InlineData("region.names", "{}", "region.names", "missing_field")]
    [InlineData("organisationNumber", "\"123456784\"", "organisationNumber", "wrong_check_digit")]
    [InlineData("organisationNumber", "\"12345678\"", "organisationNumber", "invalid_organisation_number")]
    [InlineData("population", "0", "population", "out_of_range")]
    [InlineData("population", "-5", "population", "out_of_range")]
    [InlineData("population", "5000001", "population", "out_of_range")]
    [InlineData("population", "null", "populationYear", "incomplete")]
    [InlineData("populationYear", "1989", "populationYear", "out_of_range")]
    [InlineData("populationYear", "2999", "populationYear", "out_of_range")]
    [InlineData("latitude", "null", "longitude", "incomplete")]
    [InlineData("latitude", "5.25", "latitude", "outside_country")]
    [InlineData("longitude", "60.5", "latitude", "outside_country")]
    [InlineData("country", "\"ua\"", "country", "kind_of_other_country")]
    [InlineData("kind", "\"hromada\"", "code", "invalid_katottg")]
    [InlineData("territoryStatus", "\"occupied\"", "territoryStatus", "only_for_hromadas")]
    [InlineData("category", "\"war_zone\"", "category", "only_for_hromadas")]
    public async Task A_Norwegian_description_that_breaks_a_rule_is_refused(string path, string json, string field, string code)
    {
        var body = Bodies.Municipality(Bodies.NextKommunenummer()).With(path, json);
        var answer = await registry.PutMunicipalityAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        answer.MustName(field, code);
    }

    [Theory]
    [InlineData("names.uk", "null", "names.uk", "missing_field")]
    [InlineData("region.code", "\"12\"", "region.code", "region_mismatch")]
    [InlineData("organisationNumber", "\"12345679\"", "organisationNumber", "wrong_check_digit")]
    [InlineData("organisationNumber", "\"123456785\"", "organisationNumber", "invalid_edrpou")]
    [InlineData("latitude", "36.6", "latitude", "outside_country")]
    public async Task A_Ukrainian_description_that_breaks_a_rule_is_refused(string path, string json, string field, string code)
    {
        var answer = await registry.PutMunicipalityAsync(Bodies.Hromada(Bodies.NextKatottg()).With(path, json));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([(field, code)], answer.Faults);
    }

    [Theory]
    [InlineData("UА63020010000100001", "cyrillic_letters")]
    [InlineData("ua63020010000100001", "lower_case")]
    [InlineData("UA6302001000010000", "invalid_katottg")]
    [InlineData("UA63020010010100001", "not_a_hromada")]
    public async Task A_code_that_is_none_is_refused_with_what_is_wrong(string written, string code) =>
        (await registry.PutMunicipalityAsync(Bodies.Hromada(written))).MustBe(HttpStatusCode.BadRequest, code).MustName("code", code);

    [Fact]
    public async Task A_name_of_200_characters_is_taken_and_one_of_201_is_not()
    {
        var code = Bodies.NextKommunenummer();
        (await registry.PutMunicipalityAsync(Bodies.Municipality(code, new string('å', 201))))
            .MustBe(HttpStatusCode.BadRequest, "invalid_fields").MustName("names.nb", "too_long");
        Assert.Equal(HttpStatusCode.Created, (await registry.PutMunicipalityAsync(Bodies.Municipality(code, new string('å', 200)))).Status);
    }

    [Fact]
    public async Task The_code_in_the_body_is_the_one_in_the_path()
    {
        var body = Bodies.Municipality(Bodies.NextKommunenummer());
        (await registry.SendAsync(HttpMethod.Put, $"municipalities/{Bodies.NextKommunenummer()}", body))
            .MustBe(HttpStatusCode.BadRequest, "code_mismatch").MustName("code", "code_mismatch");
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var body = Bodies.Municipality(Bodies.NextKommunenummer())
            .With("names.nb", "null").With("population", "-1").With("organisationNumber", "\"1\"").With("category", "\"war_zone\"");
        var answer = (await registry.PutMunicipalityAsync(body)).MustBe(HttpStatusCode.BadRequest, "invalid_fields");
        Assert.Equal(
            [("category", "only_for_hromadas"), ("names.nb", "missing_field"), ("organisationNumber", "invalid_organisation_number"), ("population", "out_of_range")],
            answer.Faults.Order());
    }

    [Theory]
    [InlineData("9998", HttpStatusCode.NotFound, "municipality_not_found")]
    [InlineData("UА63020010000100001", HttpStatusCode.BadRequest, "cyrillic_letters")]
    public async Task An_unknown_code_is_not_found(string code, HttpStatusCode status, string told) =>
        (await registry.GetAsync($"municipalities/{code}")).MustBe(status, told);
}
