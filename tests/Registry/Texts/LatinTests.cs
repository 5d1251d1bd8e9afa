using Kommunebro.Registry.Texts;
using Kommunebro.Tests.Registry.OfficialCodes;

namespace Kommunebro.Tests.Registry.Texts;

/// <summary>The examples of resolution 55, and every name of the codifier.</summary>
public sealed class LatinTests
{
    [Theory]
    [InlineData("Алушта", "Alushta")]
    [InlineData("Згорани", "Zghorany")]
    [InlineData("Розгін", "Rozghin")]
    [InlineData("Ґалаґан", "Galagan")]
    [InlineData("Єнакієве", "Yenakiieve")]
    [InlineData("Гаєвич", "Haievych")]
    [InlineData("Їжакевич", "Yizhakevych")]
    [InlineData("Кадиївка", "Kadyivka")]
    [InlineData("Йосипівка", "Yosypivka")]
    [InlineData("Стрий", "Stryi")]
    [InlineData("Знам’янка", "Znamianka")]
    [InlineData("Щербухи", "Shcherbukhy")]
    [InlineData("Юрій", "Yurii")]
    [InlineData("Крюківка", "Kriukivka")]
    [InlineData("Костянтинівка", "Kostiantynivka")]
    [InlineData("Івано-Франківська", "Ivano-Frankivska")]
    [InlineData("Нова Ямка", "Nova Yamka")]
    public void A_name_is_written_as_the_resolution_says(string name, string latin) => Assert.Equal(latin, Latin.Of(name));

    [ReferenceDataFact]
    public async Task All_hromadas_are_written_as_in_the_register_of_reference()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(ReferenceDataFactAttribute.Folder, "ukraine-hromadas.csv"));
        var (name, latin) = (Array.IndexOf(lines[0].Split(','), "name_uk"), Array.IndexOf(lines[0].Split(','), "name_latin"));
        var rows = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToList();
        Assert.Equal(1773, rows.Count);
        Assert.Equal(rows.Select(row => row[latin]), rows.Select(row => Latin.Of(row[name])));
    }
}
