using System.Text;
using Kommunebro.Tests.Registry.Codifier;
using Kommunebro.Tests.Registry.OfficialCodes;
using Kommunebro.Tests.Registry.Territory;

namespace Kommunebro.Tests.Registry.Imports;

/// <summary>The command as an operator runs it.</summary>
public sealed class ImportCommandTests
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

        var faulty = await TerritoryAsync(command, bad, "--lang", "nb");
        Assert.Equal(1, faulty.ExitCode);
        Assert.Contains("Rad 2, katottg: Koden er ikke UA og 17 sifre. “UA1”", faulty.Output, StringComparison.Ordinal);
        Assert.Contains("Rad 3, start_date: Første dag mangler.", faulty.Output, StringComparison.Ordinal);

        var dry = await TerritoryAsync(command, good, "--dry-run", "--lang", "uk");
        Assert.Equal((0, true), (dry.ExitCode, dry.Output.Contains("Пробний запуск", StringComparison.Ordinal)));
        Assert.Contains("винятки названо лише словами", dry.Output, StringComparison.Ordinal);

        Assert.Contains("The edition is in force.", (await TerritoryAsync(command, good)).Output, StringComparison.Ordinal);
        Assert.Contains("This edition is known.", (await TerritoryAsync(command, good)).Output, StringComparison.Ordinal);
        Assert.Equal(1, await command.CountAsync("territory_periods"));
    }

    [Fact]
    public async Task It_says_how_it_is_called_and_what_it_cannot_read()
    {
        await using var command = await ImportCommand.OpenAsync();

        Assert.Equal(2, (await TerritoryAsync(command, "list.csv", "--when", "now")).ExitCode);
        var missing = await command.RunAsync("katottg", "no-such-file.csv");
        Assert.Equal((1, true), (missing.ExitCode, missing.Output.Contains("cannot be read", StringComparison.Ordinal)));
    }

    [ReferenceDataFact]
    public async Task The_whole_list_of_2025_is_taken_in_by_one_command_and_says_of_every_hromada_what_its_summary_says()
    {
        await using var command = await ImportCommand.OpenAsync();
        var list = Path.Combine(ReferenceDataFactAttribute.Folder, "ukraine-territory-status.csv");

        var report = await TerritoryAsync(command, list);

        Assert.True(report.ExitCode == 0, report.Output);
        Assert.Equal(3196, await command.CountAsync("territory_periods"));
        var map = await command.MapAsync();
        var summary = await TerritorySummary.ReadAsync();
        Assert.Equal(443, summary.Count);
        Assert.All(summary, known => Assert.Equal((known.Code, known.Worst), (known.Code, map.Of(known.Code, TerritorySummary.Day).Status)));
    }

    [ReferenceDataFact]
    public async Task All_1773_hromadas_are_taken_in_by_one_command_and_have_the_list_behind_them()
    {
        await using var command = await ImportCommand.OpenAsync();
        var file = Path.Combine(TemporaryFolder.Create("codifier"), "kodifikator.csv");
        await File.WriteAllTextAsync(file, await CodifierOfReference.ReadAsync(), Encoding.UTF8);
        await TerritoryAsync(command, Path.Combine(ReferenceDataFactAttribute.Folder, "ukraine-territory-status.csv"));

        Assert.Contains("1773 new", (await command.RunAsync("katottg", file)).Output, StringComparison.Ordinal);
        Assert.Contains("0 new, 0 renamed, 0 gone", (await command.RunAsync("katottg", file)).Output, StringComparison.Ordinal);

        Assert.Equal(1773, await command.CountAsync("municipalities"));
        Assert.Equal(1773, await command.CountAsync("outbox where name = 'registry.municipality-changed.v1'"));
        // Mariupol and Lviv.
        Assert.Equal(1, await command.CountAsync("municipalities where code = 'UA14140050000020560' and territory_status = 'occupied'"));
        Assert.Equal(0, await command.CountAsync("municipalities where code = 'UA46060250000025047' and territory_status <> 'none'"));
    }

    private static Task<(int ExitCode, string Output)> TerritoryAsync(ImportCommand command, string file, params string[] options) =>
        command.RunAsync(["territory", file, "--order", "376", "--published", "2025-04-30", .. options]);
}
