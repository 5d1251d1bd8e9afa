using Kommunebro.Registry.Imports;

namespace Kommunebro.Tests.Registry.Registers;

/// <summary>Rows of KLASS that are none, or too much.</summary>
public sealed class KlassFileTests : IAsyncLifetime
{
    private static readonly string Long = new('a', 3000);
    private readonly RegistryServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.UploadAsync("klass", RegisterFiles.Counties, "&classification=104");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("""{ "codes": [ { "code": "1508", "name": "A" }, null ] }""", "Row 2, code: A kommunenummer is four digits.")]
    [InlineData("""{ "codeChanges": [ null ] }""", "Row 1, oldCode: A kommunenummer is four digits.")]
    [InlineData("""{ "correspondenceItems": [ null ] }""", "Row 1, sourceCode: A kommunenummer is four digits.")]
    [InlineData("""{ "codes": [ { "code": "1508", "name": "LONG" } ] }""", "Row 1, name: The text is too long. “1508”")]
    [InlineData("""{ "codes": [ { "code": "1508", "name": "a\u202eb" } ] }""", "Row 1, name: The text has control characters, or such that override the direction of writing. “1508”")]
    [InlineData("""{ "codeChanges": [ { "oldCode": "1507", "oldName": "LONG", "newCode": "1508", "changeOccurred": "2024-01-01" } ] }""", "Row 1, oldName: The text is too long. “1507”")]
    [InlineData("""{ "codeChanges": [ { "oldCode": "1507", "newCode": "1508", "newName": "LONG", "changeOccurred": "2024-01-01" } ] }""", "Row 1, newName: The text is too long. “1508”")]
    [InlineData("""{ "correspondenceItems": [ { "sourceCode": "1508", "targetCode": "LONG" } ] }""", "Row 1, targetCode: The text is too long. “1508”")]
    [InlineData("""{ "codes": [ { "code": "1508", "name": "A", "validFrom": "2020-01-01", "validTo": "2030-01-01" }, { "code": "1508", "name": "B", "validFrom": "2024-01-01" } ] }""", "Row 2, code: The code stands twice. “1508”")]
    public async Task Such_a_row_changes_nothing_and_is_told(string content, string line)
    {
        var answer = await _server.UploadAsync("klass", content.Replace("LONG", Long, StringComparison.Ordinal), content.Contains("correspondence", StringComparison.Ordinal) ? "&target=128" : "");

        Assert.Equal((UploadOutcome.Faulty, line), (answer.Outcome, answer.Report[0]));
    }

    [Fact]
    public async Task Two_times_of_one_code_are_one_municipality()
    {
        const string codes = """{ "codes": [ { "code": "1508", "name": "Gamle Ålesund", "validFrom": "2020-01-01", "validTo": "2024-01-01" }, { "code": "1508", "name": "Ålesund", "validFrom": "2024-01-01" } ] }""";

        Assert.Contains("1 new municipalities, 0 facts changed, 1 new figures, 2 new codes", (await _server.UploadAsync("klass", codes)).Sum(), StringComparison.Ordinal);
    }
}
