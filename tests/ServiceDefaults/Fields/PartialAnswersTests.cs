using System.Net;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Fields;

/// <summary>A caller has of a heavy answer what it asks for, and never more than it may have.</summary>
public sealed class PartialAnswersTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string There = "id, kind, town, parts, names, before, secret, masked.";

    private readonly RunningHost _host = shared.Host;

    [Theory]
    [InlineData("id", """{"id":1,"masked":["secret"]}""")]
    [InlineData("kind, id", """{"id":1,"kind":"water_supply","masked":["secret"]}""")]
    [InlineData("names,parts.days", """{"parts":[{"days":3},{"days":4}],"names":{"uk":"Перший"},"masked":["secret"]}""")]
    [InlineData("town", """{"town":{"code":"UA1","latitude":null,"masked":["latitude"]},"masked":["secret"]}""")]
    [InlineData("town.code,id,town", """{"id":1,"town":{"code":"UA1","latitude":null,"masked":["latitude"]},"masked":["secret"]}""")]
    [InlineData("town.latitude", """{"town":{"latitude":null,"masked":["latitude"]},"masked":["secret"]}""")]
    [InlineData("secret,before.id", """{"before":null,"secret":null,"masked":["secret"]}""")]
    public async Task What_is_asked_for_is_told_and_what_is_masked_stays_named(string fields, string item)
    {
        using var one = await _host.Http.GetAsync($"/heavy-one?fields={fields}");

        Assert.Equal(item, await one.Content.ReadAsStringAsync());
        Assert.Equal("\"7\"", one.Headers.ETag!.Tag);
        Assert.Equal("application/json; charset=utf-8", $"{one.Content.Headers.ContentType}");
        Assert.Equal($$"""{"items":[{{item}}],"next":null}""", await _host.Http.GetStringAsync($"/heavy-result?fields={fields}"));
    }

    [Fact]
    public async Task A_page_keeps_its_way_to_the_next_one_and_what_was_chosen()
    {
        using var page = await _host.Http.GetAsync("/heavy?limit=2&fields=id,before.id");

        Assert.Equal(
            """{"items":[{"id":1,"before":null,"masked":["secret"]},{"id":2,"before":{"id":1,"masked":["secret"]},"masked":["secret"]}],"next":"more"}""",
            await page.Content.ReadAsStringAsync());
        Assert.Equal("</heavy?limit=2&fields=id,before.id&cursor=more>; rel=\"next\"", Uri.UnescapeDataString(Assert.Single(page.Headers.GetValues("Link"))));
    }

    [Fact]
    public async Task Who_chooses_nothing_gets_all() =>
        Assert.Contains("\"parts\":[{\"level\":\"high\",\"days\":3}", await _host.Http.GetStringAsync("/heavy-one"), StringComparison.Ordinal);

    [Fact]
    public async Task The_parameter_may_stand_twice() =>
        Assert.Equal("""{"id":1,"secret":null,"masked":["secret"]}""", await _host.Http.GetStringAsync("/heavy-one?fields=id&fields=secret"));

    [Theory]
    [InlineData("", "There is no field ''. In the place of '' there are: " + There)]
    [InlineData("id,", "There is no field ''. In the place of '' there are: " + There)]
    [InlineData("Id", "There is no field 'Id'. In the place of 'Id' there are: " + There)]
    [InlineData("titel", "There is no field 'titel'. In the place of 'titel' there are: " + There)]
    [InlineData("items.id", "There is no field 'items.id'. In the place of 'items' there are: " + There)]
    [InlineData("parts.day", "There is no field 'parts.day'. In the place of 'day' there are: level, days.")]
    [InlineData("before.before.titel", "There is no field 'before.before.titel'. In the place of 'titel' there are: " + There)]
    [InlineData("id.x", "There is no field 'id.x': nothing inside can be chosen.")]
    [InlineData("names.uk", "There is no field 'names.uk': nothing inside can be chosen.")]
    [InlineData("*", "There is no field '*'. In the place of '*' there are: " + There)]
    public async Task A_field_that_is_none_is_refused_with_those_that_there_are(string fields, string told)
    {
        using var answer = await _host.Http.GetAsync($"/heavy?fields={Uri.EscapeDataString(fields)}");

        var problem = await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal("unknown_field", problem.Code);
        Assert.Equal(("fields", told), (Assert.Single(problem.Errors).Field, problem.Errors[0].Message));
    }

    [Fact]
    public async Task All_that_are_none_are_told_at_once_up_to_a_number()
    {
        using var two = await _host.Http.GetAsync("/heavy?fields=a,id,b");
        using var many = await _host.Http.GetAsync($"/heavy?fields={string.Join(',', Enumerable.Range(0, 51))}");

        Assert.Equal(2, (await ToldProblem.ReadAsync(two, HttpStatusCode.BadRequest)).Errors.Count);
        Assert.Equal("out_of_range", (await ToldProblem.ReadAsync(many, HttpStatusCode.BadRequest)).Code);
    }

    [Fact]
    public async Task Other_answers_stay_as_they_are()
    {
        using var refused = await _host.Http.GetAsync("/heavy-refused?fields=id");
        using var accepted = await _host.Http.GetAsync("/heavy-elsewhere?fields=id");

        Assert.Equal("no_such_thing", (await ToldProblem.ReadAsync(refused, HttpStatusCode.NotFound)).Code);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Contains("\"kind\"", await accepted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
