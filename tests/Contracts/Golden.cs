using System.Runtime.CompilerServices;

namespace Kommunebro.Tests.Contracts;

/// <summary>Compares with a file that was committed; a difference is a change of the contract that somebody must want.</summary>
internal static class Golden
{
    public static void AssertSame(string file, string now, [CallerFilePath] string here = "")
    {
        // The switch writes what is, so that a wanted change is reviewed as a diff of the file.
        if (Environment.GetEnvironmentVariable("KOMMUNEBRO_WRITE_GOLDEN") == "yes")
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(here)!, "golden", file), now);
        var committed = Path.Combine(AppContext.BaseDirectory, "golden", file);
        Assert.True(File.Exists(committed), $"golden/{file} is missing; KOMMUNEBRO_WRITE_GOLDEN=yes writes it.");
        Assert.Equal(File.ReadAllText(committed), now);
    }
}
