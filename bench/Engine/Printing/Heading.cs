using System.Runtime.InteropServices;
using Google.OrTools.Init;

namespace Kommunebro.Bench.Engine.Printing;

/// <summary>When and on what something was measured.</summary>
internal static class Heading
{
    public static void Print()
    {
        Console.WriteLine(
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC; {Cpu()}, {Environment.ProcessorCount} cores, load {Load()}; "
            + $"{RuntimeInformation.FrameworkDescription}; OR-Tools {OrToolsVersion.VersionString()}");
    }

    private static string Cpu() => Line("/proc/cpuinfo", "model name")?.Split(':', 2)[1].Trim() ?? $"{RuntimeInformation.ProcessArchitecture}";

    private static string Load() => Line("/proc/loadavg", "") is { } line ? string.Join(' ', line.Split(' ').Take(3)) : "not known";

    private static string? Line(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) : null;
}
