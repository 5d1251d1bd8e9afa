using System.Text.RegularExpressions;

namespace Kommunebro.Tests.Architecture.Documents;

/// <summary>What docs/security.md and docs/privacy.md say of the code is so.</summary>
public sealed partial class SecurityDocumentsTests
{
    private const string Matrix = "matrix";

    public static TheoryData<string> Documents { get; } = ["docs/security.md", "docs/privacy.md"];

    [Fact]
    public async Task The_matrix_is_what_the_endpoints_ask_for()
    {
        var file = Path.Combine(Sources.Root, "docs", "security.md");
        var made = await AccessMatrix.MakeAsync();
        if (Environment.GetEnvironmentVariable("KOMMUNEBRO_WRITE_GOLDEN") == "yes")
            await File.WriteAllTextAsync(file, GeneratedPart.Replace(await File.ReadAllTextAsync(file), Matrix, made));

        Assert.True(
            made == GeneratedPart.In(await File.ReadAllTextAsync(file), Matrix),
            "The matrix in docs/security.md is out of date. Write it anew: KOMMUNEBRO_WRITE_GOLDEN=yes dotnet run --project tests/Architecture -- -class '*SecurityDocumentsTests'");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_file_that_is_named_exists(string document) => Assert.All(
        Named(document, FileName()),
        name => Assert.True(Path.Exists(Path.Combine(Sources.Root, name)), $"{document} names {name}, which there is not."));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_test_that_is_named_exists(string document)
    {
        var tests = Sources.Files("tests", "Tests.cs").Select(Path.GetFileNameWithoutExtension).ToHashSet();

        Assert.All(Named(document, TestName()), name => Assert.True(tests.Contains(name), $"{document} names {name}, which there is not."));
    }

    private static List<string> Named(string document, Regex name)
    {
        var text = File.ReadAllText(Path.Combine(Sources.Root, document));
        var names = name.Matches(text).Select(match => match.Groups["name"].Value).Distinct().ToList();
        Assert.NotEmpty(names);
        return names;
    }

    [GeneratedRegex("`(?<name>(contracts|deploy|docs|gateway|libs|services|tests)/[A-Za-z0-9_./-]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex("`(?<name>[A-Za-z]+Tests)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();
}
