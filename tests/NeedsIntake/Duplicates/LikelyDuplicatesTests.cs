using CsCheck;
using Kommunebro.Registry.Texts;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Duplicates;

/// <summary>Whatever a hromada writes, it is found again when somebody writes it in Latin letters, by whatever rule.</summary>
public sealed class LikelyDuplicatesTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private const double Threshold = 0.5;

    private readonly NeedsServer _server = fixture.Server;

    private static readonly string[] Words =
    [
        "ремонт", "насосної", "станції", "генератор", "лікарні", "укриття", "школи", "дитячого", "садка", "водозабору", "опалення",
        "щогли", "зв’язку", "п’ятого", "котельні", "їдальні", "Згорани", "підготовка", "ґрунтової", "дороги", "ветеранів", "психологів",
        "юристів", "очищення", "стічних", "сонячних", "панелей", "хлібозаводу", "цивільного", "захисту", "шкільного", "автобуса",
    ];

    private static readonly Gen<string> Titles =
        Gen.Shuffle(Words).SelectMany(words => Gen.Int[3, 7].Select(count => string.Join(' ', words.Take(count))));

    [Fact]
    public Task A_title_is_likely_the_same_in_the_letters_of_the_official_transliteration() => AllAreFoundAsync(Latin.Of);

    [Fact]
    public Task A_title_is_likely_the_same_in_scientific_transliteration() => AllAreFoundAsync(Scientific);

    [Fact]
    public Task A_title_is_likely_the_same_in_its_area_with_letters_left_out_and_doubled() => AllAreFoundAsync(Misspelt, sameArea: 0.15);

    [Fact]
    public Task A_title_is_likely_the_same_in_capitals_and_with_another_apostrophe() =>
        AllAreFoundAsync(title => title.ToUpperInvariant().Replace('’', '\''));

    [Fact]
    public Task Titles_without_a_common_word_are_not() => Titles.SampleAsync(async title =>
    {
        var others = string.Join(' ', Words.Except(title.Split(' ')).Take(4));
        Assert.True((await LikenessAsync(title, others) * 0.85) + 0.15 < Threshold, $"“{title}” is likely “{others}”");
    }, iter: 100, threads: 1);

    [Theory]
    [InlineData("Генератор 100 кВт", "Generator 100 kW")]
    [InlineData("Ремонт водогону в селі Згорани", "Repair: remont vodohonu v seli Zghorany")]
    [InlineData("Підтримка ветеранів", "Підтримка ветеранів та їхніх родин у громаді")]
    [InlineData("Потрібен шкільний автобус", "Автобус шкільний потрібен терміново")]
    public async Task What_people_would_call_the_same_is(string one, string other) =>
        Assert.True((await LikenessAsync(one, other) * 0.85) + 0.15 >= Threshold, $"{one} is not likely {other}");

    private Task AllAreFoundAsync(Func<string, string> rewrite, double sameArea = 0) => Titles.SampleAsync(async title =>
    {
        var rewritten = rewrite(title);
        var likeness = await LikenessAsync(title, rewritten);
        Assert.True((likeness * 0.85) + sameArea >= Threshold, $"“{rewritten}” is {likeness} like “{title}”");
    }, iter: 200, threads: 1);

    private Task<double> LikenessAsync(string one, string other) => _server.Database.ScalarAsync<double>(
        $"select likeness_of_keys(array[null, likeness_key('{Quoted(one)}')], array[likeness_key('{Quoted(other)}'), ''])");

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Scientific(string title) => string.Concat(title.Select(letter => letter switch
    {
        'х' => "x", 'ц' => "c", 'ч' => "č", 'ш' => "š", 'щ' => "šč", 'ж' => "ž", 'ю' => "ju", 'я' => "ja", 'є' => "je", 'ї' => "ji", 'й' => "j",
        'и' => "y", 'г' => "h", 'ь' => "'", '’' => "", _ => Latin.Of(letter.ToString()),
    }));

    /// <summary>Every sixth letter twice, and every eleventh not at all.</summary>
    private static string Misspelt(string title) => string.Concat(title.Select((letter, at) =>
        (at % 11) == 10 && letter != ' ' ? "" : (at % 6) == 5 && letter != ' ' ? $"{letter}{letter}" : $"{letter}"));
}
