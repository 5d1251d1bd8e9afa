using System.Text.Json;
using Kommunebro.Tests.Registry.Imports;
using Kommunebro.Tests.Registry.OfficialCodes;

namespace Kommunebro.Tests.Registry.Registers;

/// <summary>The official registers of both countries as a whole.</summary>
public sealed class RegistersOfReferenceTests
{
    private static readonly string[] Forms = ["municipalities", "counties"];

    [ReferenceDataFact]
    public async Task All_municipalities_of_both_countries_are_taken_in_with_their_attributes_and_a_second_time_changes_nothing()
    {
        await using var command = await ImportCommand.OpenAsync();
        var folder = TemporaryFolder.Create("registers");
        var norway = Path.Combine(ReferenceDataFactAttribute.Folder, "norway-municipalities.csv");
        var ukraine = Path.Combine(ReferenceDataFactAttribute.Folder, "ukraine-hromadas.csv");
        await File.WriteAllTextAsync(Path.Combine(folder, "codifier.csv"), await CodifierOfReference.ReadAsync());
        foreach (var form in Forms) await File.WriteAllTextAsync(Path.Combine(folder, $"{form}.json"), await CodesAsync(form));
        string[][] imports =
        [
            ["katottg", Path.Combine(folder, "codifier.csv")],
            ["klass", Path.Combine(folder, "counties.json"), "--classification", "104"],
            ["klass", Path.Combine(folder, "municipalities.json")],
            ["attributes", norway, "--as-of", "2026-01-01"],
            ["attributes", ukraine, "--as-of", "2025-05-16"],
        ];
        foreach (var import in imports)
        {
            var (exitCode, output) = await command.RunAsync(import);
            Assert.True(exitCode == 0, $"{string.Join(' ', import)}: {output}");
        }

        Assert.Equal(357, await command.CountAsync("municipalities where kind = 'municipality' and population_year = 2026 and organisation_number is not null and latitude is not null"));
        Assert.Equal(1470, await command.CountAsync("municipalities where kind = 'hromada' and population is not null"));
        Assert.Equal(5_627_400, await command.ScalarAsync("select sum(population) from municipalities where country = 'no'"));
        // Two hromadas share a point, of which one is wrong.
        Assert.Equal(2, await command.CountAsync("import_reviews where reason = 'doubtful_place'"));
        foreach (var import in imports.Skip(1))
            Assert.Contains("This is known. Nothing was changed.", (await command.RunAsync(import)).Output, StringComparison.Ordinal);
    }

    private static async Task<string> CodesAsync(string form)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(ReferenceDataFactAttribute.Folder, $"norway-{form}.csv"));
        return JsonSerializer.Serialize(new
        {
            codes = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).Select(cells => new { code = cells[0], level = "1", name = cells[form == "counties" ? 1 : 2] }),
        });
    }
}
