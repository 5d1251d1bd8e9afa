using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace Kommunebro.Testing;

/// <summary>A tool that a test needs and this machine lacks: the test is skipped, and says what to install.</summary>
public static class MissingTool
{
    /// <summary>Skips the running test.</summary>
    /// <param name="tool">What is missing.</param>
    /// <param name="package">The Debian package that brings it.</param>
    /// <param name="instead">What can be given instead.</param>
    [DoesNotReturn]
    public static void Skip(string tool, string package, string instead) =>
        Assert.Skip($"{tool} is missing: apt-get install {package}, or {instead}.");
}
