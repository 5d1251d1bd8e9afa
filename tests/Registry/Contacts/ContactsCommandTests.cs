using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Kommunebro.Tests.Registry.Contacts;

/// <summary>An operator tells a person what is held of it, wherever it is a contact, and erases it.</summary>
public sealed class ContactsCommandTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task A_person_is_told_of_and_erased_in_all_municipalities_and_nobody_else_is()
    {
        var (one, other) = ((await registry.RegisterMunicipalityAsync()).Code, (await registry.RegisterMunicipalityAsync("Andrevik")).Code);
        await AddAsync(one, "asks.twice@example.com");
        await AddAsync(other, "Asks.Twice@example.com");
        await AddAsync(one, "stays@example.com");

        var held = await registry.CommandAsync("contacts", "export", "ASKS.twice@example.com");
        var erased = await registry.CommandAsync("contacts", "erase", "asks.twice@example.com");

        Assert.Equal(0, held.ExitCode);
        Assert.Equal(
            new[] { one, other }.Order(), JsonNode.Parse(held.Output)!.AsArray().Select(contact => (string)contact!["municipality"]!).Order());
        Assert.Equal(0, erased.ExitCode);
        Assert.StartsWith("2 contact(s) erased.", erased.Output, StringComparison.Ordinal);
        Assert.Equal(0, await registry.Database.ScalarAsync<long>("select count(*) from contacts as c where c::text ilike '%asks.twice%'"));
        Assert.Equal(1, await registry.Database.ScalarAsync<long>("select count(*) from contacts where email = 'stays@example.com'"));
        Assert.Equal(2, await registry.Database.ScalarAsync<long>("select count(*) from audit where who = 'registry contacts erase' and action = 'contact.erase'"));
        Assert.Equal(0, await registry.Database.ScalarAsync<long>("select count(*) from audit as a where a::text ilike '%asks.twice%'"));
        Assert.Equal(1, (await registry.CommandAsync("contacts", "erase", "asks.twice@example.com")).ExitCode);
    }

    [Fact]
    public async Task It_says_how_it_is_called() => Assert.Equal(2, (await registry.CommandAsync("contacts", "forget", "x")).ExitCode);

    private async Task AddAsync(string municipality, string email)
    {
        using var content = new StringContent(Bodies.Contact(email).ToJsonString(), new MediaTypeHeaderValue("application/json"));
        Assert.Equal(HttpStatusCode.Created, (await registry.SendAsync(HttpMethod.Post, $"municipalities/{municipality}/contacts", content)).Status);
    }
}
