using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Offers;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry;

public sealed class SampleTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task The_example_data_is_taken_as_it_stands()
    {
        var municipalities = await ReadAsync("municipalities.json");
        var offers = await ReadAsync("offers.json");
        foreach (var municipality in municipalities)
            Taken(await registry.PutMunicipalityAsync(municipality.AsObject()), municipality);
        foreach (var contact in await ReadAsync("contacts.json"))
        {
            var code = (string)contact["municipality"]!;
            contact.AsObject().Remove("municipality");
            Taken(await registry.SendAsync(HttpMethod.Post, $"municipalities/{code}/contacts", contact), contact);
        }

        foreach (var expression in await ReadAsync("expressions-of-interest.json"))
            Taken(await registry.SendAsync(HttpMethod.Post, "expressions-of-interest", expression), expression);
        foreach (var offer in offers)
            Taken(await registry.SendAsync(HttpMethod.Post, "offers", offer), offer);

        Assert.Equal(
            0, await registry.Database.ScalarAsync<long>(
                "select count(*) from offers o where not exists (select from contacts c where c.municipality_id = o.municipality_id)"));
        Assert.Equal(municipalities.Count, await CountAsync<MunicipalityView>("municipalities"));
        Assert.Equal(offers.Count, await CountAsync<OfferView>("offers"));
    }

    private static void Taken(Answer answer, JsonNode item) =>
        Assert.True(answer.Status == HttpStatusCode.Created, $"{item.ToJsonString()}\n{answer.Body}");

    private async Task<int> CountAsync<T>(string list)
    {
        var count = 0;
        string? cursor = null;
        do
        {
            var page = (await registry.GetAsync($"{list}?limit=40{(cursor is null ? "" : $"&cursor={cursor}")}")).As<Page<T>>();
            count += page.Items.Count;
            cursor = page.Next;
        }
        while (cursor is not null);
        return count;
    }

    private static async Task<List<JsonNode>> ReadAsync(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", file));
        return [.. JsonNode.Parse(text)!["items"]!.AsArray().Select(item => item!.DeepClone())];
    }
}
