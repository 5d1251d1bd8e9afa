using System.Runtime.CompilerServices;

namespace Kommunebro.Tests.Architecture;

/// <summary>The repository's own files.</summary>
internal static class Sources
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files below <paramref name="folder"/> with this ending, without what a build made.</summary>
    public static IEnumerable<string> Files(string folder, string ending) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), $"*{ending}", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar)
            .Any(part => part is "bin" or "obj" or "node_modules" or "Migrations" or ".data"));

    public static string Name(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
