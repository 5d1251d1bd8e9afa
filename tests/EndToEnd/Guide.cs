using System.Text.RegularExpressions;
using Kommunebro.Local.Processes;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>
/// A guide of docs/, followed to the letter: its shell blocks one after the other in one shell. A line "NAME=…" is for the
/// reader to fill in; who follows gives a shell expression for each.
/// </summary>
internal sealed partial class Guide(string file)
{
    private readonly string _folder = TemporaryFolder.Create("guide");

    /// <summary>Does all that the guide says.</summary>
    /// <param name="fill">What the reader fills in, by name; $LAST is the file with the answer before.</param>
    /// <param name="replace">Texts of the guide that differ here, such as a port.</param>
    /// <param name="last">What is written last, maybe by a program in the background.</param>
    /// <returns>What each stretch between two such lines or blocks wrote, in order.</returns>
    public async Task<IReadOnlyList<string>> FollowAsync(IReadOnlyDictionary<string, string> fill, IReadOnlyDictionary<string, string> replace, string last)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "docs", file));
        foreach (var (here, there) in replace)
            text = text.Replace(here, there, StringComparison.Ordinal);
        var blocks = ShellBlock().Matches(text).SelectMany((block, number) => Script(block.Groups["code"].Value, number, fill)).ToList();
        string[] script = [$"cd {_folder}", "trap 'kill $(jobs -p)' EXIT", .. blocks, $"for i in {{1..120}}; do grep -q '{last}' out.* && break; sleep 1; done"];
        await Command.RunAsync("bash", ["-c", string.Join('\n', script)]);
        return [.. Directory.GetFiles(_folder, "out.*").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
    }

    /// <summary>A block's lines; each stretch that answers something writes to a file of its own.</summary>
    private static IEnumerable<string> Script(string code, int block, IReadOnlyDictionary<string, string> fill)
    {
        var stretch = 0;
        yield return $"exec > out.{block:00}.{stretch} 2>&1";
        foreach (var line in code.Split('\n'))
        {
            var placeholder = Placeholder().Match(line);
            if (!placeholder.Success)
            {
                yield return line;
                continue;
            }

            yield return $"LAST=out.{block:00}.{stretch}";
            yield return $"{placeholder.Groups["start"].Value}{fill[placeholder.Groups["name"].Value]}";
            yield return $"exec > out.{block:00}.{++stretch} 2>&1";
        }
    }

    [GeneratedRegex(@"^```sh\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"^(?<start>(export )?(?<name>[A-Z_]+)=)…", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
