using Kommunebro.Tests.Registry.OfficialCodes;

namespace Kommunebro.Tests.Registry.Territory;

/// <summary>The command as an operator runs it.</summary>
public sealed class ImportTerritoryCommandTests
{
    private const string Header = "katottg,name_uk,category,start_date,end_date\n";

    [Fact]
    public async Task It_reports_row_by_row_in_the_importers_language_and_takes_an_edition_in_once()
    {
        await using var command = await ImportCommand.OpenAsync();
        var folder = TemporaryFolder.Create("territory");
        var (bad, good) = (Path.Combine(folder, "bad.csv"), Path.Combine(folder, "good.csv"));
        await File.WriteAllTextAsync(bad, $"{Header}UA1,Громада,occupied,2022-02-24,\nUA63120270000028556,Громада,occupied,,\n");
        await File.WriteAllTextAsync(good, $"{Header}UA63120270000028556,Громада за винятком с. Перше,occupied,2022-02-24,\n");

        var faulty = await command.RunAsync(bad, "--lang", "nb");
        Assert.Equal(1, faulty.ExitCode);
        Assert.Contains("Rad 2, katottg: Koden er ikke UA og 17 sifre. “UA1”", faulty.Output, StringComparison.Ordinal);
        Assert.Contains("Rad 3, start_date: Første dag mangler.", faulty.Output, StringComparison.Ordinal);

        var dry = await command.RunAsync(good, "--dry-run", "--lang", "uk");
        Assert.Equal((0, true), (dry.ExitCode, dry.Output.Contains("Пробний запуск", StringComparison.Ordinal)));
        Assert.Contains("винятки названо лише словами", dry.Output, StringComparison.Ordinal);

        Assert.Contains("The edition is in force.", (await command.RunAsync(good)).Output, StringComparison.Ordinal);
        Assert.Contains("This edition is known.", (await command.RunAsync(good)).Output, StringComparison.Ordinal);
        Assert.Equal(1, await command.CountAsync("territory_periods"));
    }

    [Fact]
    public async Task It_says_how_it_is_called_and_what_it_cannot_read()
    {
        await using var command = await ImportCommand.OpenAsync();

        Assert.Equal(2, (await command.RunAsync("list.csv", "--when", "now")).ExitCode);
        var missing = await command.RunAsync("no-such-file.csv");
        Assert.Equal((1, true), (missing.ExitCode, missing.Output.Contains("cannot be read", StringComparison.Ordinal)));
    }

    [ReferenceDataFact]
    public async Task The_whole_list_of_2025_is_taken_in_by_one_command_and_says_of_every_hromada_what_its_summary_says()
    {
        await using var command = await ImportCommand.OpenAsync();
        var list = Path.Combine(ReferenceDataFactAttribute.Folder, "ukraine-territory-status.csv");

        var report = await command.RunAsync(list);

        Assert.True(report.ExitCode == 0, report.Output);
        Assert.Equal(3196, await command.CountAsync("territory_periods"));
        var map = await command.MapAsync();
        var summary = await TerritorySummary.ReadAsync();
        Assert.Equal(443, summary.Count);
        Assert.All(summary, known => Assert.Equal((known.Code, known.Worst), (known.Code, map.Of(known.Code, TerritorySummary.Day).Status)));
    }
}
