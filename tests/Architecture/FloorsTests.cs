using System.Xml.Linq;

namespace Kommunebro.Tests.Architecture;

/// <summary>Four floors, arrows only downwards: deploy/local and bench, services and gateway, libs and contracts, nothing of ours.</summary>
public sealed class FloorsTests
{
    public static TheoryData<string> Projects { get; } =
        [.. new[] { "libs", "contracts", "services", "gateway", "deploy", "bench" }.SelectMany(folder => Sources.Files(folder, ".csproj")).Select(Sources.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_floors_below(string project)
    {
        var folder = project.Split('/')[0];
        string[] allowed = folder switch
        {
            "contracts" => [],
            // The others stand on what all hosts have in common.
            "libs" => project.Contains("/ServiceDefaults/", StringComparison.Ordinal) ? [] : ["libs"],
            "services" or "gateway" => ["libs", "contracts"],
            // The checker of plans stands on nothing, so that no fault of the engine can hide in its own check.
            "bench" => project.Contains("/PlanChecker/", StringComparison.Ordinal) ? [] : ["services", "gateway", "contracts", "bench"],
            "deploy" => ["services", "gateway", "libs", "contracts"],
            _ => throw new InvalidOperationException($"{project} stands on no floor."),
        };

        Assert.All(ReferencesOf(project), reference => Assert.Contains(reference.Split('/')[0], allowed));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Sources.Root, "Platform.sln")).Replace('\\', '/');
        var projects = new[] { "libs", "contracts", "services", "gateway", "deploy", "bench", "tests" }.SelectMany(folder => Sources.Files(folder, ".csproj")).Select(Sources.Name);

        Assert.All(projects, project => Assert.Contains(project, solution, StringComparison.Ordinal));
    }

    private static IEnumerable<string> ReferencesOf(string project)
    {
        var file = Path.Combine(Sources.Root, project);
        return XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Sources.Name(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, reference.Attribute("Include")!.Value))));
    }
}
