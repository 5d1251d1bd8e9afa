using System.Text;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Imports;

/// <summary>Rows that were imported before, and references that others have.</summary>
public sealed class KnownRowsTests : IAsyncLifetime
{
    private NeedsServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await NeedsServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task With_all_or_nothing_a_reference_that_another_need_has_holds_the_others_back()
    {
        await _server.UploadAsync(File(("ВН-1", "Ремонт водогону")));

        var import = await _server.UploadAsync(File(("ВН-2", "Генератор"), ("ВН-1", "Ремонт двох водогонів")), "?policy=all_or_nothing");

        Assert.Equal("held_back 1, refused 1", import.Outcomes());
        Assert.Equal((3, "reference_taken"), ((int)import.Body["refused"]![0]!["line"]!, FaultOf(import).Code));
        Assert.Equal(1, await NeedsAsync());
    }

    [Fact]
    public async Task The_same_file_changes_nothing_in_a_later_week_when_its_days_have_passed()
    {
        var file = $"{NeedsFile.Header},needed_by\n{NeedsFile.Row("Обігрів школи")},2026-11-25";
        await _server.UploadAsync(file);
        _server.Clock.Advance(TimeSpan.FromDays(14));

        var again = await _server.UploadAsync(file);
        var other = await _server.UploadAsync(file.Replace("школи", "лікарні", StringComparison.Ordinal));

        Assert.Equal(("already_imported 1", "refused 1"), (again.Outcomes(), other.Outcomes()));
        Assert.Equal("date_in_past", FaultOf(other).Code);
    }

    [Fact]
    public async Task A_need_of_a_hromada_of_others_is_not_told_to_who_guesses_it()
    {
        var file = NeedsFile.Of(NeedsFile.Row("Ремонт водогону"));
        await _server.UploadAsync(file);
        using var other = await _server.PartnerAsync(Places.Studena);

        var guess = await other.UploadAsync(file);

        Assert.Equal(("refused 1", "unknown_municipality"), (guess.Outcomes(), FaultOf(guess).Code));
        Assert.Null(guess.Body["refused"]![0]!["needId"]);
    }

    [Theory]
    [InlineData("nb", "Rad 2 i filen har samme referanse med et annet innhold.")]
    [InlineData("uk", "Рядок 2 файлу має той самий номер з іншим змістом.")]
    [InlineData("en", "Row 2 of the file has the same reference with other content.")]
    public async Task Another_content_under_a_reference_of_the_file_is_refused_with_the_row_that_has_it(string language, string words)
    {
        var import = await _server.UploadAsync(File(("ВН-1", "Водогін"), ("ВН-1", "Водогін"), ("ВН-1", "Інша потреба")), $"?lang={language}");

        Assert.Equal("imported 1, refused 1, stands_twice 1", import.Outcomes());
        Assert.Equal((4, ("reference_taken", words)), ((int)import.Body["refused"]![0]!["line"]!, FaultOf(import)));
    }

    [Fact]
    public async Task A_row_with_a_cell_that_cannot_be_read_stands_for_no_other()
    {
        var cells = NeedsFile.Row("Водогін");

        var import = await _server.UploadAsync($"{NeedsFile.Header},person_days\n{cells},багато\n{cells},");
        var again = await _server.UploadAsync($"{NeedsFile.Header},person_days\n{cells},багато");

        Assert.Equal(("imported 1, refused 1", "refused 1"), (import.Outcomes(), again.Outcomes()));
    }

    [Fact]
    public async Task A_row_with_a_cell_that_cannot_be_read_neither_takes_a_reference_nor_is_said_to_have_other_content()
    {
        const string Header = $"reference,{NeedsFile.Header},person_days";
        var unread = $"ВН-1,{NeedsFile.Row("Водогін")},багато";

        var import = await _server.UploadAsync($"{Header}\n{unread}\nВН-1,{NeedsFile.Row("Водогін")},5\nВН-1,{NeedsFile.Row("Генератор")},5");
        var again = await _server.UploadAsync($"{Header}\n{unread}");

        Assert.Equal(("imported 1, refused 2", "refused 1"), (import.Outcomes(), again.Outcomes()));
        Assert.Single(import.Body["refused"]![0]!["faults"]!.AsArray());
        Assert.NotEqual("reference_taken", FaultOf(import).Code);
        Assert.Equal((4, "reference_taken"), ((int)import.Body["refused"]![1]!["line"]!, (string?)import.Body["refused"]![1]!["faults"]![0]!["code"]));
        Assert.Single(again.Body["refused"]![0]!["faults"]!.AsArray());
    }

    [Fact]
    public async Task A_reference_that_cannot_be_stored_is_a_fault_of_its_row_alone()
    {
        var import = await _server.UploadAsync(File(("ВН\0", "Водогін"), ("ВН-2", "Генератор")));

        Assert.Equal(("imported 1, refused 1", "control_characters"), (import.Outcomes(), FaultOf(import).Code));
    }

    [Fact]
    public async Task What_comes_by_a_file_says_so()
    {
        await _server.UploadAsync(File(("ВН-1", "Водогін")));

        var need = Assert.Single((await _server.FindNeedsAsync("?status=submitted")).Items);

        Assert.Equal("import", (await _server.GetNeedAsync((string)need["id"]!)).Text("source"));
    }

    private static string File(params IEnumerable<(string Reference, string Title)> rows) => new StringBuilder($"reference,{NeedsFile.Header}")
        .AppendJoin("", rows.Select(row => $"\n{row.Reference},{NeedsFile.Row(row.Title)}")).ToString();

    private static (string? Code, string? Words) FaultOf(Answer import)
    {
        var fault = import.Body["refused"]![0]!["faults"]![0]!;
        return ((string?)fault["code"], (string?)fault["message"]);
    }

    private Task<long> NeedsAsync() => _server.Database.ScalarAsync<long>("select count(*) from needs");
}
