using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kommunebro.Contracts;
using Kommunebro.Matching;
using Kommunebro.Messaging;
using Kommunebro.NeedsIntake;
using Kommunebro.Registry;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Architecture;

/// <summary>The rules of the house that a machine can check.</summary>
public sealed partial class CodeRulesTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(Subscribers).Assembly, typeof(MessageCatalog).Assembly, typeof(ServiceHost).Assembly,
        typeof(RegistryHost).Assembly, typeof(NeedsIntakeHost).Assembly, typeof(MatchingHost).Assembly,
    ];

    private static readonly string[] CodeFolders = ["libs", "contracts", "services", "gateway", "deploy", "bench"];

    [Fact]
    public void Classes_are_sealed()
    {
        var open = Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false, IsNested: false })
            .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !IsGenerated(type))
            .Select(type => type.FullName);

        Assert.Empty(open);
    }

    [Fact]
    public void Program_files_have_at_most_40_lines() => Assert.All(
        CodeFolders.SelectMany(folder => Sources.Files(folder, ".cs")).Where(file => Path.GetFileName(file) == "Program.cs"),
        file => Assert.InRange(File.ReadAllLines(file).Length, 1, 40));

    [Fact]
    public void No_name_says_nothing() => Assert.All(
        CodeFolders.Append("tests").SelectMany(folder => Sources.Files(folder, ".cs")).Select(Sources.Name),
        file => Assert.DoesNotMatch(NameThatSaysNothing(), file));

    [Fact]
    public void Libraries_know_no_word_of_the_domain() => Assert.All(
        Sources.Files("libs", ".cs"),
        file => Assert.DoesNotMatch(DomainWord(), WithoutExamples(File.ReadAllText(file))));

    [Fact]
    public void Nothing_in_the_project_names_a_machine_or_a_registry_of_packages()
    {
        var texts = CodeFolders.Concat((string[])["tests", "docs", "samples"])
            .SelectMany(folder => Sources.Files(folder, ""))
            .Concat(((string[])["README.md", "CONTRIBUTING.md", "dev"]).Select(name => Path.Combine(Sources.Root, name)))
            .Where(file => Path.GetFileName(file) != Path.GetFileName(ThisFile()));

        Assert.All(texts, file => Assert.DoesNotMatch(ForeignAddress(), File.ReadAllText(file)));
    }

    private static bool IsGenerated(Type type) =>
        type.Namespace?.EndsWith(".V1", StringComparison.Ordinal) == true
        || type.Namespace?.Contains(".Migrations", StringComparison.Ordinal) == true
        || type.Name.StartsWith("Program", StringComparison.Ordinal)
        || type.Namespace?.StartsWith("Kommunebro", StringComparison.Ordinal) != true;

    /// <summary>Names of services stand in comments as examples of settings; code must not know them.</summary>
    private static string WithoutExamples(string code) => Comment().Replace(code, "");

    private static string ThisFile([CallerFilePath] string here = "") => here;

    [GeneratedRegex(@"(Helpers?|Utils?|Common|Manager|Misc|Extensions?)\.cs$|/(Helpers|Utils|Common|Models|Dtos|Misc)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameThatSaysNothing();

    [GeneratedRegex(@"municipalit|hromada|kommune(?!bro)|\bneeds?\b(?! (its|to|a|the|no|If|This))|\boffers?\b|proposal|oblast|KATOTTG", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DomainWord();

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"/(work|root|home)/[a-z]|api\.nuget\.org|registry\.npmjs|deb\.debian\.org", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForeignAddress();
}
