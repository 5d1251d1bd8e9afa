using System.Net;

namespace Kommunebro.Tests.Registry.Initiatives;

public sealed class InitiativeRulesTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Theory]
    [InlineData("hromada", "\"UA630200100000123456\"", "hromada", "invalid_katottg")]
    [InlineData("hromada", "\"UA6302001000001234\"", "hromada", "invalid_katottg")]
    [InlineData("hromada", "\"ua63020010000012345\"", "hromada", "lower_case")]
    [InlineData("hromada", "\"U\\u041063020010000012345\"", "hromada", "cyrillic_letters")]
    [InlineData("hromada", "\"UA63020010000099999\"", "hromada", "unknown_municipality")]
    [InlineData("hromada", "\"UA63000000000041885\"", "hromada", "not_a_hromada")]
    [InlineData("hromada", "\"4601\"", "hromada", "invalid_katottg")]
    [InlineData("partner.code", "\"9998\"", "partner.code", "unknown_municipality")]
    [InlineData("partner.code", "\"46\\u041e1\"", "partner.code", "cyrillic_letters")]
    [InlineData("partner.code", "(hromada)", "partner.code", "self_relation")]
    [InlineData("partner", "{}", "partner", "one_of_two")]
    [InlineData("partner", """{ "code": "4601", "name": "Bergen" }""", "partner", "one_of_two")]
    [InlineData("partner", """{ "name": "Leipzig" }""", "partner.country", "invalid_country")]
    [InlineData("partner", """{ "name": "Leipzig", "country": "DE" }""", "partner.country", "invalid_country")]
    [InlineData("partner", """{ "name": "Leipzig", "country": "zz" }""", "partner.country", "invalid_country")]
    [InlineData("partner", """{ "name": "L", "country": "de" }""", "partner.name", "too_short")]
    [InlineData("partner.country", "\"no\"", "partner.country", "follows_from_code")]
    [InlineData("kind", "\"marriage\"", "kind", "unknown_value")]
    [InlineData("kind", "null", "kind", "missing_field")]
    [InlineData("programme", "\"eurovision\"", "programme", "unknown_value")]
    [InlineData("programme", "\"SKEW\"", "programme", "unknown_value")]
    [InlineData("status", "\"agreed\"", "status", "unknown_value")]
    [InlineData("status", "\"ended\"", "status", "by_step")]
    [InlineData("status", "\"withdrawn\"", "status", "by_step")]
    [InlineData("sensitivity", "\"secret\"", "sensitivity", "unknown_value")]
    [InlineData("until", "\"2023-06-19\"", "until", "end_before_start")]
    [InlineData("since", "\"1944-12-31\"", "since", "out_of_range")]
    [InlineData("until", "\"2199-01-01\"", "until", "out_of_range")]
    [InlineData("source", """{ "date": "2023-06-21" }""", "source", "missing_field")]
    [InlineData("source", """{ "name": " ", "date": "2023-06-21" }""", "source", "missing_field")]
    [InlineData("source.date", "null", "source.date", "missing_field")]
    [InlineData("source.date", "\"2199-01-01\"", "source.date", "out_of_range")]
    [InlineData("source.address", "\"javascript:alert(1)\"", "source.address", "invalid_address")]
    [InlineData("source.address", "\"https://me:secret@example.org/\"", "source.address", "invalid_address")]
    [InlineData("source.address", "\"avis.example.org\"", "source.address", "invalid_address")]
    [InlineData("source.name", "\"a\\u202eb\"", "source.name", "control_characters")]
    public async Task What_cannot_be_meant_is_refused_by_field_and_rule(string path, string json, string field, string code)
    {
        var hromada = (await registry.RegisterHromadaAsync()).Code;
        var body = Bodies.Initiative(hromada, (await registry.RegisterMunicipalityAsync()).Code);

        var answer = await registry.Http.TryAsync(HttpMethod.Post, "initiatives", body.With(path, json == "(hromada)" ? $"\"{hromada}\"" : json));

        answer.MustBe(HttpStatusCode.BadRequest, code).MustName(field, code);
        Assert.Equal(0, await registry.Database.ScalarAsync<long>("select count(*) from initiatives"));
    }

    [Fact]
    public async Task All_faults_are_told_at_once_and_unknown_fields_by_name()
    {
        var body = Bodies.Initiative("UA6302001000001234", "9998").With("programme", "\"x\"").With("until", "\"2000-01-01\"");

        var answer = (await registry.Http.TryAsync(HttpMethod.Post, "initiatives", body)).MustBe(HttpStatusCode.BadRequest, "invalid_fields");

        Assert.Equal(["hromada", "partner.code", "programme", "until"], answer.Faults.Select(fault => fault.Field).Order(StringComparer.Ordinal));
        (await registry.Http.TryAsync(HttpMethod.Post, "initiatives", body.With("mayor", "\"Kari\""))).MustBe(HttpStatusCode.BadRequest, "unknown_field");
    }

    [Theory]
    [InlineData("municipality=9998", "municipality", "unknown_municipality")]
    [InlineData("municipality=U%D0%9063020010000012345", "municipality", "cyrillic_letters")]
    [InlineData("programme=x", "programme", "unknown_value")]
    [InlineData("kind=x", "kind", "unknown_value")]
    [InlineData("status=x", "status", "unknown_value")]
    [InlineData("country=DE", "country", "invalid_country")]
    public async Task A_filter_that_cannot_be_meant_is_refused(string query, string field, string code) =>
        (await registry.Http.TryAsync(HttpMethod.Get, $"initiatives?{query}")).MustBe(HttpStatusCode.BadRequest, code).MustName(field, code);
}
