using Kommunebro.Registry.OfficialCodes;

namespace Kommunebro.Tests.Registry.OfficialCodes;

public sealed class ReferenceDataTests
{
    [ReferenceDataFact]
    public async Task All_357_Norwegian_municipalities_have_codes_and_organisation_numbers_that_hold()
    {
        var rows = await ReadAsync("norway-municipalities.csv");
        Assert.Equal(357, rows.Count);
        Assert.All(rows, row => Assert.Null(Kommunenummer.FaultOf(row["kommunenummer"])));
        Assert.All(rows, row => Assert.Equal(row["fylkesnummer"], Kommunenummer.CountyOf(row["kommunenummer"])));
        Assert.All(rows, row => Assert.Null(OrganisationNumber.FaultOf(row["orgnr"])));
    }

    [ReferenceDataFact]
    public async Task All_1773_hromadas_have_codes_that_hold()
    {
        var rows = await ReadAsync("ukraine-hromadas.csv");
        Assert.Equal(1773, rows.Count);
        Assert.All(rows, row => Assert.Null(HromadaCode.FaultOf(row["katottg"])));
    }

    [ReferenceDataFact]
    public async Task Raions_and_oblasts_are_no_hromadas()
    {
        var rows = (await ReadAsync("ukraine-raions.csv")).Concat(await ReadAsync("ukraine-oblasts.csv"))
            .Select(row => row["katottg"])
            .Where(code => code[2..4] is not ("80" or "85"))
            .ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, code => Assert.Equal("not_a_hromada", HromadaCode.FaultOf(code)?.Code));
    }

    /// <summary>These files quote nothing.</summary>
    private static async Task<List<Dictionary<string, string>>> ReadAsync(string file)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(ReferenceDataFactAttribute.Folder, file));
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => names.Zip(line.Split(','))
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }
}
