using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Registry.Contacts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Contacts;

public sealed class ContactsTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task A_contact_is_added_read_changed_and_erased()
    {
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        var added = await AddAsync(code, Bodies.Contact());
        Assert.Equal(HttpStatusCode.Created, added.Status);
        var receipt = added.As<ContactReceipt>();
        Assert.Equal($"/api/v1/contacts/{receipt.Id}", added.Message.Headers.Location?.OriginalString);
        Assert.Equal((code, 1), (receipt.Municipality, receipt.Version));

        var read = (await registry.GetAsync($"contacts/{receipt.Id}")).As<ContactView>();
        Assert.Equal(
            ("Іван Зразок", "голова", "ivan.zrazok@example.org", "+380 44 000 00 00", "uk"), (read.Name, read.Role, read.Email, read.Phone, read.Language));
        Assert.NotNull(read.ConsentedAt);
        Assert.Equal([read], await ListAsync(code));

        var changed = await ChangeAsync(receipt.Id, Bodies.Contact().With("language", "\"en\"").With("role", "null"), 1);
        Assert.Equal("\"2\"", changed.ETag);
        Assert.Equal(read with { Language = "en", Role = null, Version = 2 }, changed.As<ContactView>());

        Assert.Equal(HttpStatusCode.NoContent, (await EraseAsync(receipt.Id, 2)).Status);
        (await EraseAsync(receipt.Id, 2)).MustBe(HttpStatusCode.NotFound, "contact_not_found");
        (await registry.GetAsync($"contacts/{receipt.Id}")).MustBe(HttpStatusCode.NotFound, "contact_not_found");
        Assert.Empty(await ListAsync(code));
    }

    [Fact]
    public async Task Nothing_of_an_erased_person_is_left_anywhere_in_the_database_or_the_log()
    {
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/municipalities/{code}/contacts", UriKind.Relative));
        post.Headers.Add("Idempotency-Key", "erase-me");
        post.Content = new StringContent(
            Bodies.Contact("sletta.person@example.com").With("name", "\"Sletta Person\"").ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        var receipt = (await Answer.OfAsync(await registry.Http.SendAsync(post))).As<ContactReceipt>();
        await ChangeAsync(receipt.Id, Bodies.Contact("sletta.person@example.com").With("name", "\"Sletta Person\""), 1);
        await EraseAsync(receipt.Id, 2);

        var tables = (await registry.Database.ScalarAsync<string>(
            "select string_agg(quote_ident(table_name), ',') from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"))!;
        foreach (var table in tables.Split(','))
        {
            var content = await registry.Database.ScalarAsync<string>($"select coalesce(string_agg(t::text, ' '), '') from {table} t");
            Assert.DoesNotContain("sletta", content, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("sletta", registry.Logs.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            "contact.add, contact.change, contact.erase",
            await registry.Database.ScalarAsync<string>(
                $"select string_agg(action, ', ' order by id) from audit where subject_type = 'contact' and subject_id = '{receipt.Id}'"));
    }

    [Theory]
    [InlineData("name", "\" \"", "name", "missing_field")]
    [InlineData("name", "\"turned \\u202e round\"", "name", "control_characters")]
    [InlineData("email", "\"ivan\"", "email", "invalid_email")]
    [InlineData("email", "\"Ivan <ivan@example.org>\"", "email", "invalid_email")]
    [InlineData("email", "\"a@example.org, b@example.org\"", "email", "invalid_email")]
    [InlineData("email", "(nothing)", "email", "missing_field")]
    [InlineData("language", "\"ua\"", "language", "unknown_language")]
    [InlineData("language", "\"de\"", "language", "unknown_language")]
    [InlineData("phone", "\"1234\"", "phone", "invalid_phone")]
    [InlineData("role", "\"a\\nb\"", "role", "control_characters")]
    [InlineData("consent", "false", "consent", "consent_missing")]
    [InlineData("consent", "(nothing)", "consent", "missing_field")]
    [InlineData("birthday", "\"1980-01-01\"", "birthday", "unknown_field")]
    public async Task A_contact_that_breaks_a_rule_is_refused_without_repeating_its_values(string path, string json, string field, string code)
    {
        var municipality = (await registry.RegisterMunicipalityAsync()).Code;
        var answer = await AddAsync(municipality, Bodies.Contact().With(path, json));
        answer.MustBe(HttpStatusCode.BadRequest, code).MustName(field, code);
        Assert.DoesNotContain("ivan", answer.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await ListAsync(municipality));
    }

    [Fact]
    public async Task All_faults_are_told_at_once() =>
        Assert.Equal(
            [("email", "invalid_email"), ("language", "unknown_language"), ("consent", "consent_missing")],
            (await AddAsync(
                (await registry.RegisterMunicipalityAsync()).Code,
                Bodies.Contact("ivan").With("language", "\"fr\"").With("consent", "false"))).Faults);

    [Fact]
    public async Task A_municipality_has_each_address_once_however_it_is_written_also_when_both_come_at_once()
    {
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            AddAsync(code, Bodies.Contact(i % 2 == 0 ? "same@example.org" : "Same@Example.org"))));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.Created),
            answer => answer.MustBe(HttpStatusCode.Conflict, "contact_exists").MustName("email", "contact_exists"));
        Assert.Equal(HttpStatusCode.Created, (await AddAsync((await registry.RegisterMunicipalityAsync()).Code, Bodies.Contact("same@example.org"))).Status);
    }

    [Fact]
    public async Task A_change_or_an_erasure_needs_the_version_that_was_seen()
    {
        var id = (await AddAsync((await registry.RegisterMunicipalityAsync()).Code, Bodies.Contact())).As<ContactReceipt>().Id;
        (await ChangeAsync(id, Bodies.Contact(), null)).MustBe((HttpStatusCode)428, "version_required");
        (await EraseAsync(id, null)).MustBe((HttpStatusCode)428, "version_required");
        (await EraseAsync(id, 7)).MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch");
        Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(id, Bodies.Contact(), 1)).Status);
        (await ChangeAsync(id, Bodies.Contact(), 1)).MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch");
    }

    [Fact]
    public async Task An_expression_of_interest_brings_its_contact_once_and_outlives_it()
    {
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        var first = await registry.ExpressInterestAsync(code);
        await registry.ExpressInterestAsync(code);
        var contact = Assert.Single(await ListAsync(code));
        Assert.Equal(("Kari Eksempelsen", null), (contact.Name, contact.ConsentedAt));

        Assert.Equal(HttpStatusCode.NoContent, (await EraseAsync(contact.Id, contact.Version)).Status);

        Assert.Equal(HttpStatusCode.OK, (await registry.GetAsync($"expressions-of-interest/{first.Id}")).Status);
        Assert.Equal(
            0, await registry.Database.ScalarAsync<long>(
                $"select count(*) from expressions_of_interest where contact_id is not null and id = '{first.Id}'"));
    }

    private Task<Answer> AddAsync(string code, JsonObject body) => registry.SendAsync(HttpMethod.Post, $"municipalities/{code}/contacts", body);

    private Task<Answer> ChangeAsync(Guid id, JsonObject body, long? seen) => registry.SendAsync(HttpMethod.Put, $"contacts/{id}", body, seen);

    private Task<Answer> EraseAsync(Guid id, long? seen) => registry.SendAsync(HttpMethod.Delete, $"contacts/{id}", (JsonNode?)null, seen);

    private async Task<IReadOnlyList<ContactView>> ListAsync(string code) =>
        (await registry.GetAsync($"municipalities/{code}/contacts")).As<Page<ContactView>>().Items;
}
