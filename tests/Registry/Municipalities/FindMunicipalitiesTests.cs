using System.Net;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Municipalities;

public sealed class FindMunicipalitiesTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task Pages_lose_and_repeat_nothing_while_rows_are_added_around_them()
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 24; i++)
            before.Add((await registry.RegisterMunicipalityAsync($"Side {i % 5}")).Code);

        var seen = new List<string>();
        for (var path = "municipalities?q=Side&limit=7"; path is not null;)
        {
            var answer = await registry.GetAsync(path);
            var page = answer.As<Page<MunicipalityView>>();
            Assert.True(page.Items.Count == 7 || page.Next is null);
            seen.AddRange(page.Items.Select(m => m.Code));
            await registry.RegisterMunicipalityAsync("Side 0");
            await registry.RegisterMunicipalityAsync("Side 9");
            path = page.Next is null ? null : $"municipalities?q=Side&limit=7&cursor={page.Next}";
            Assert.Equal(
                path is null ? [] : [$"</api/v1/municipalities?q=Side&limit=7&cursor={page.Next}>; rel=\"next\""],
                answer.Message.Headers.TryGetValues("Link", out var links) ? links : []);
            Assert.True(seen.Count < 200, "The pages do not end.");
        }

        Assert.Equal(seen.Count, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Superset(before, seen.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_a_name_is_found_in_any_language_or_by_the_codes_beginning()
    {
        var norwegian = await registry.RegisterMunicipalityAsync("Filterøy");
        var hromada = (await registry.PutMunicipalityAsync(
            Bodies.Hromada(Bodies.NextKatottg()).With("names.uk", "\"Фільтрівська\"").With("names.en", "\"Filterivska\""))).As<MunicipalityView>();

        Assert.Equal([norwegian.Code, hromada.Code], await FoundAsync("q=filter"));
        Assert.Equal([norwegian.Code], await FoundAsync("q=FILTERØ"));
        Assert.Equal([hromada.Code], await FoundAsync("q=фільтрів"));
        Assert.Equal([hromada.Code], await FoundAsync($"q={hromada.Code}"));
        Assert.Equal([norwegian.Code], await FoundAsync("q=filter&country=no"));
        Assert.Equal([hromada.Code], await FoundAsync("q=filter&kind=hromada"));
        Assert.Equal([hromada.Code], await FoundAsync("q=filter&region=63"));
        Assert.Empty(await FoundAsync("q=filter&region=00"));
        Assert.Empty(await FoundAsync("q=fil%25ter"));
        Assert.Empty(await FoundAsync("q=f_lter"));
        Assert.Empty(await FoundAsync("q=filter%5C"));
    }

    [Theory]
    [InlineData("Запорізька", "Zaporizka", "Запоріз")]
    [InlineData("Запорізька", "Zaporizka", "zaporiz")]
    [InlineData("Запорізька", "Zaporizka", "Zaporizʼka")]
    [InlineData("Запорізька", "Zaporizka", "Запорожье")]
    [InlineData("Щасливцевська", "Shchaslyvtsevska", "Ščaslyvcevs'ka")]
    [InlineData("Щасливцевська", "Shchaslyvtsevska", "Shchaslivtsevska")]
    [InlineData("Щасливцевська", "Shchaslyvtsevska", "Счастливцево")]
    [InlineData("Юр’ївська", "Yurivska", "Юрївська")]
    [InlineData("Юр’ївська", "Yurivska", "Jurjivska")]
    [InlineData("Юр’ївська", "Yurivska", "Yuryivska")]
    [InlineData("Хоростківська", "Khorostkivska", "Horostkiv")]
    [InlineData("Хоростківська", "Khorostkivska", "Chorostkiv")]
    [InlineData("Хоростківська", "Khorostkivska", "Хоростков")]
    public async Task A_place_is_found_by_what_others_write_it(string ukrainian, string english, string asked)
    {
        var code = Bodies.NextKatottg();
        await registry.PutMunicipalityAsync(Bodies.Hromada(code).With("names.uk", $"\"{ukrainian}\"").With("names.en", $"\"{english}\""));

        Assert.Contains(code, await FoundAsync($"q={Uri.EscapeDataString(asked)}&limit=200"));
    }

    [Fact]
    public async Task What_is_written_rightly_brings_nothing_that_is_only_like_it()
    {
        var (right, like) = (Bodies.NextKatottg(), Bodies.NextKatottg());
        await registry.PutMunicipalityAsync(Bodies.Hromada(right).With("names.uk", "\"Мирноградська\"").With("names.en", "\"Myrnohradska\""));
        await registry.PutMunicipalityAsync(Bodies.Hromada(like).With("names.uk", "\"Миргородська\"").With("names.en", "\"Myrhorodska\""));

        Assert.Equal([right], await FoundAsync("q=Mirnograd"));
        Assert.Equal([like], await FoundAsync("q=Мирго"));
        Assert.Empty(await FoundAsync("q=Qwertyuiop"));
    }

    [Theory]
    [InlineData("country=se", "country", "unknown_value")]
    [InlineData("kind=Hromada", "kind", "unknown_value")]
    [InlineData("q=a%00b", "q", "control_characters")]
    [InlineData("limit=0", "limit", "out_of_range")]
    [InlineData("limit=201", "limit", "out_of_range")]
    [InlineData("cursor=abc", "cursor", "invalid_cursor")]
    [InlineData("cursor=WyJhIiwiYiJd", "cursor", "invalid_cursor")]
    [InlineData("cursor=WyJhIl0", "cursor", "invalid_cursor")]
    public async Task A_question_that_cannot_be_understood_is_refused(string query, string field, string code) =>
        (await registry.GetAsync($"municipalities?{query}")).MustBe(HttpStatusCode.BadRequest, code).MustName(field, code);

    private async Task<IReadOnlyList<string>> FoundAsync(string query) =>
        [.. (await registry.GetAsync($"municipalities?{query}")).As<Page<MunicipalityView>>().Items.Select(m => m.Code)];
}
