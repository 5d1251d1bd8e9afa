using System.Net;
using Kommunebro.Registry.ExpressionsOfInterest;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.ExpressionsOfInterest;

public sealed class ExpressInterestTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task A_wish_is_stored_read_and_found()
    {
        var municipality = await registry.RegisterMunicipalityAsync();
        var answer = await registry.SendAsync(HttpMethod.Post, "expressions-of-interest", Bodies.ExpressionOfInterest(municipality.Code));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var expression = answer.As<ExpressionOfInterestView>();
        Assert.Equal($"/api/v1/expressions-of-interest/{expression.Id}", answer.Message.Headers.Location?.OriginalString);
        Assert.Equal((municipality.Code, ExpressionStatus.Received, true), (expression.Municipality, expression.Status, expression.Illustrative));

        Assert.Equal(answer.Body, (await registry.GetAsync($"expressions-of-interest/{expression.Id}")).Body);
        Assert.Equal([expression], await FoundAsync($"municipality={municipality.Code}&status=received"));
        Assert.Empty(await FoundAsync($"municipality={municipality.Code}&status=structured"));
        (await registry.GetAsync($"expressions-of-interest/{Guid.CreateVersion7()}"))
            .MustBe(HttpStatusCode.NotFound, "expression_of_interest_not_found");
    }

    [Fact]
    public async Task What_is_said_of_the_contact_stands_in_contacts_and_nowhere_else()
    {
        var expression = await registry.ExpressInterestAsync((await registry.RegisterMunicipalityAsync()).Code);
        var offer = await registry.SendAsync(
            HttpMethod.Post, "offers",
            Bodies.Offer(expression.Municipality).With("expressionOfInterestId", $"\"{expression.Id}\""));
        Assert.Equal(HttpStatusCode.Created, offer.Status);
        await registry.UntilOutboxIsEmptyAsync();

        Assert.Equal(
            "kari.eksempelsen@example.org",
            await registry.Database.ScalarAsync<string>(
                $"select email from contacts c join expressions_of_interest e on e.contact_id = c.id where e.id = '{expression.Id}'"));
        var answers = await Task.WhenAll(
            registry.GetAsync("expressions-of-interest"),
            registry.GetAsync($"expressions-of-interest/{expression.Id}"),
            registry.GetAsync("offers"),
            registry.GetAsync($"municipalities/{expression.Municipality}"));
        var everythingElse = await registry.Database.ScalarAsync<string>(
            """
            select concat(
                (select string_agg(row_to_json(t)::text, ' ') from audit t), (select string_agg(row_to_json(t)::text, ' ') from expressions_of_interest t),
                (select string_agg(row_to_json(t)::text, ' ') from offers t), (select string_agg(row_to_json(t)::text, ' ') from municipalities t))
            """);
        Assert.Contains(expression.Id.ToString(), everythingElse, StringComparison.Ordinal);
        Assert.Contains("insert into contacts", registry.Logs.Text, StringComparison.OrdinalIgnoreCase);
        foreach (var value in new[] { "Eksempelsen", "Ordfører i øvelse", "kari.", "99 88 77 66" })
        {
            Assert.DoesNotContain(value, offer.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(value, everythingElse, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(value, registry.Logs.Text, StringComparison.OrdinalIgnoreCase);
            Assert.All(answers, answer => Assert.DoesNotContain(value, answer.Body, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task It_is_audited_by_ids_alone()
    {
        var expression = await registry.ExpressInterestAsync((await registry.RegisterMunicipalityAsync()).Code);
        Assert.Equal(
            "expression_of_interest.receive",
            await registry.Database.ScalarAsync<string>($"select action from audit where subject_id = '{expression.Id}'"));
        Assert.Equal(
            1, await registry.Database.ScalarAsync<long>(
                $"select count(*) from audit a join contacts c on (a.after->>'contactId')::uuid = c.id where a.subject_id = '{expression.Id}'"));
    }

    [Theory]
    [InlineData("municipality", "\"9999\"", "municipality", "unknown_municipality")]
    [InlineData("municipality", "\"UА63020010000100001\"", "municipality", "cyrillic_letters")]
    [InlineData("municipality", "(nothing)", "municipality", "missing_field")]
    [InlineData("text", "\" \"", "text", "missing_field")]
    [InlineData("text", "\"a\\u0007b\"", "text", "control_characters")]
    [InlineData("text", "\"embedded \\u202a part\"", "text", "control_characters")]
    [InlineData("text", "\"Ring KARI Eksempelsen!\"", "text", "contact_in_text")]
    [InlineData("text", "\"Skriv til Kari.Eksempelsen@example.org\"", "text", "contact_in_text")]
    [InlineData("text", "\"Telefon +47 99 88 77 66\"", "text", "contact_in_text")]
    [InlineData("language", "\"no-NO\"", "language", "unknown_language")]
    [InlineData("contact", "null", "contact", "wrong_type")]
    [InlineData("contact.name", "\"\"", "contact.name", "missing_field")]
    [InlineData("contact.name", "\"a\\tb\"", "contact.name", "control_characters")]
    [InlineData("contact.name", "\"turned \\u202e round\"", "contact.name", "control_characters")]
    [InlineData("contact.email", "\"kari\"", "contact.email", "invalid_email")]
    [InlineData("contact.email", "\"Kari <kari@example.org>\"", "contact.email", "invalid_email")]
    [InlineData("contact.phone", "\"ring meg\"", "contact.phone", "invalid_phone")]
    [InlineData("contact.phone", "\"1234\"", "contact.phone", "invalid_phone")]
    [InlineData("contact.language", "\"ua\"", "contact.language", "unknown_language")]
    [InlineData("contact.role", "\"a\\nb\"", "contact.role", "control_characters")]
    [InlineData("contact.consent", "true", "contact.consent", "unknown_field")]
    [InlineData("id", "\"01999999-9999-7999-8999-999999999999\"", "id", "unknown_field")]
    [InlineData("status", "\"followed_up\"", "status", "unknown_field")]
    [InlineData("organisationId", "\"01999999-9999-7999-8999-999999999999\"", "organisationId", "unknown_field")]
    [InlineData("owner", "\"somebody\"", "owner", "unknown_field")]
    public async Task A_wish_that_breaks_a_rule_is_refused_without_repeating_the_contact(string path, string json, string field, string code)
    {
        var municipality = await registry.RegisterMunicipalityAsync();
        var answer = await registry.SendAsync(
            HttpMethod.Post, "expressions-of-interest", Bodies.ExpressionOfInterest(municipality.Code).With(path, json));
        answer.MustBe(HttpStatusCode.BadRequest, code).MustName(field, code);
        Assert.DoesNotContain("kari", answer.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task White_space_around_a_text_is_left_away()
    {
        var body = Bodies.ExpressionOfInterest((await registry.RegisterMunicipalityAsync()).Code)
            .With("text", "\"\\n Vi vil bidra.\\nSnart. \\t\"").With("contact.name", "\" Ola Prøve \"").With("contact.role", "\"  \"");
        var answer = await registry.SendAsync(HttpMethod.Post, "expressions-of-interest", body);
        var id = answer.As<ExpressionOfInterestView>().Id;
        Assert.Equal(
            "Vi vil bidra.\nSnart.|Ola Prøve|",
            await registry.Database.ScalarAsync<string>(
                $"select concat_ws('|', e.text, c.name, coalesce(c.role, '')) from expressions_of_interest e join contacts c on c.id = e.contact_id where e.id = '{id}'"));
    }

    [Fact]
    public async Task A_text_of_4000_characters_is_taken_and_one_of_4001_is_not()
    {
        var municipality = await registry.RegisterMunicipalityAsync();
        var body = Bodies.ExpressionOfInterest(municipality.Code);
        (await registry.SendAsync(HttpMethod.Post, "expressions-of-interest", body.With("text", $"\"{new string('ж', 4001)}\"")))
            .MustBe(HttpStatusCode.BadRequest, "too_long").MustName("text", "too_long");
        Assert.Equal(
            HttpStatusCode.Created,
            (await registry.SendAsync(HttpMethod.Post, "expressions-of-interest", body.With("text", $"\"{new string('ж', 4000)}\""))).Status);
    }

    private async Task<IReadOnlyList<ExpressionOfInterestView>> FoundAsync(string query) =>
        (await registry.GetAsync($"expressions-of-interest?{query}")).As<Page<ExpressionOfInterestView>>().Items;
}
