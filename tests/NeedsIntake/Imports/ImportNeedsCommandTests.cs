using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.NeedsIntake.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.NeedsIntake.Imports;

public sealed class ImportNeedsCommandTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>, IDisposable
{
    private readonly NeedsServer _server = fixture.Server;
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.csv");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task An_operator_imports_for_any_hromada_and_is_told_wrong_rows_in_the_language_asked_for()
    {
        await File.WriteAllTextAsync(_file, NeedsFile.Of(
            NeedsFile.Row("Потреба оператора"), NeedsFile.Row("Потреба в Студеній", Places.Studena.Code), NeedsFile.Row("Хибна потреба", urgency: "9")));

        var tried = await RunAsync(_file, "--dry-run", "--lang", "nb");
        var imported = await RunAsync(_file, "--lang", "nb");
        var again = await RunAsync(_file);

        const string Wrong = "Rad 4, Hastegrad: Verdien er for liten eller for stor.";
        Assert.Equal((1, $"{Wrong}|valid: 2|refused: 1"), tried);
        Assert.Equal((1, $"{Wrong}|imported: 2|refused: 1"), imported);
        Assert.Equal((1, "Row 4, Urgency: The value is too small or too large.|already_imported: 2|refused: 1"), again);
        Assert.Equal(2, await _server.Database.ScalarAsync<long>("select count(*) from audit where action = 'need.submit' and who = 'needs-intake import'"));
    }

    [Theory]
    [InlineData]
    [InlineData("--dry-run")]
    [InlineData("needs.csv", "--loud")]
    [InlineData("needs.csv", "--lang", "de")]
    public async Task A_wrong_call_is_told_how_it_is_called(params string[] args)
    {
        var (code, output) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Contains("FILE|URL [--dry-run] [--all-or-nothing]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told() => Assert.Equal(1, (await RunAsync(_file)).Code);

    private async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        await using var scope = _server.Services.CreateAsyncScope();
        var output = new StringWriter();
        var code = await scope.ServiceProvider.GetServices<IServiceCommand>().Single(command => command.Name == "import").RunAsync(args, output, CancellationToken.None);
        return (code, output.ToString().TrimEnd().ReplaceLineEndings("|"));
    }
}
