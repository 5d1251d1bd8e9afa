using Kommunebro.Local;
using Kommunebro.Testing;

namespace Kommunebro.Tests.Local;

public sealed class DataFolderTests
{
    private readonly string _place = TemporaryFolder.Create("data");

    [Fact]
    public void A_new_folder_is_made_and_carries_its_format()
    {
        using var data = DataFolder.Open(Path.Combine(_place, "new", "folder"));

        Assert.Equal("1", File.ReadAllText(data.File("format")).Trim());
    }

    [Fact]
    public void A_folder_of_a_newer_version_is_refused()
    {
        File.WriteAllText(Path.Combine(_place, "format"), "2\n");

        var refused = Assert.Throws<UserError>(() => DataFolder.Open(_place));

        Assert.Contains("made by a newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_opener_is_refused_and_told_who_has_the_folder()
    {
        using var first = DataFolder.Open(_place);

        var refused = Assert.Throws<UserError>(() => DataFolder.Open(_place));

        Assert.Contains($"in use by process {Environment.ProcessId}.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_folder_can_be_opened_again()
    {
        DataFolder.Open(_place).Dispose();

        using var again = DataFolder.Open(_place);
        Assert.Equal(_place, again.Path);
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_refused_and_left_as_it_is()
    {
        File.WriteAllText(Path.Combine(_place, "thesis.txt"), "years of work");

        var refused = Assert.Throws<UserError>(() => DataFolder.Open(_place));

        Assert.Contains("holds something else", refused.Message, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(_place, "thesis.txt")], Directory.GetFileSystemEntries(_place));
    }

    [Fact]
    public void A_first_start_that_a_full_disk_stopped_can_be_repeated()
    {
        File.WriteAllText(Path.Combine(_place, "format"), "");

        using var data = DataFolder.Open(_place);
        Assert.Equal("1", File.ReadAllText(data.File("format")).Trim());
    }

    [Fact]
    public void A_full_disk_is_recognised_in_what_is_thrown()
    {
        var thrown = Assert.Throws<IOException>(() => File.WriteAllText("/dev/full", "x"));

        Assert.True(DiskFull.Explains(new InvalidOperationException("wrapped", thrown)));
        Assert.False(DiskFull.Explains(new FileNotFoundException()));
    }
}
