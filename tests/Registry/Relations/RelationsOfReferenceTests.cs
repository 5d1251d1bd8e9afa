using System.Text.Json.Nodes;
using Kommunebro.Tests.Registry.OfficialCodes;

namespace Kommunebro.Tests.Registry.Relations;

/// <summary>The known twin towns of both countries.</summary>
public sealed class RelationsOfReferenceTests
{
    [ReferenceDataFact]
    public async Task All_known_twin_towns_are_taken_in_and_a_second_time_changes_nothing()
    {
        await using var server = new RegistryServer();
        await server.InitializeAsync();
        var file = Path.Combine(ReferenceDataFactAttribute.Folder, "twin-towns.csv");
        var rows = (await File.ReadAllLinesAsync(file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToList();
        foreach (var row in rows)
        {
            await server.PutMunicipalityAsync(row[0] == "county" ? County(row[1]) : Bodies.Municipality(row[1], row[2]));
            await server.PutMunicipalityAsync(Bodies.Hromada(row[4]).With("region.code", $"\"{row[4][2..4]}\""));
        }

        var (exitCode, output) = await server.CommandAsync("import", "relations", file, "--as-of", "2026-11-23");
        var again = await server.CommandAsync("import", "relations", file);

        Assert.True(exitCode == 0, output);
        Assert.Contains("13 rows: 13 new initiatives, 0 facts changed", output, StringComparison.Ordinal);
        Assert.Contains("This is known. Nothing was changed.", again.Output, StringComparison.Ordinal);
        foreach (var status in rows.GroupBy(row => row[8]))
            Assert.Equal(status.Count(), await server.Database.ScalarAsync<long>($"select count(*) from initiatives where status = '{status.Key}'"));
        Assert.Equal(13, await server.Database.ScalarAsync<long>("select count(*) from initiatives where source_address is not null and source_date = date '2026-11-23' and source_name = 'twin-towns.csv'"));
    }

    private static JsonObject County(string code) =>
        Bodies.Municipality($"{code}01", "Fylket").With("code", $"\"{code}\"").With("kind", "\"county_authority\"");
}
