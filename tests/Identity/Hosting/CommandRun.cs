namespace Kommunebro.Tests.Identity.Hosting;

/// <summary>How a command ended, and what the operator read.</summary>
public sealed record CommandRun(int ExitCode, string Output)
{
    /// <summary>What stands after <paramref name="label"/> in its line.</summary>
    public string After(string label) => Output.Split(label)[1].Split(['\r', '\n'])[0].Trim();

    /// <summary>Fails with all that was written when it did not end well.</summary>
    public CommandRun Done()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Output}");
        return this;
    }

    /// <summary>Fails unless it was refused with these lines' beginnings and codes, e.g. "roles[0]" and "unknown_value".</summary>
    public void Refused(params (string Field, string Code)[] faults)
    {
        Assert.True(ExitCode == 1, $"exit code {ExitCode}: {Output}");
        var lines = Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            faults.Order(),
            lines.Select(line => (line.Contains(": ", StringComparison.Ordinal) ? line.Split(": ")[0] : "", line[(line.LastIndexOf('[') + 1)..^1])).Order());
    }

    /// <summary>Fails unless it was called wrongly, and was told how to call it.</summary>
    public void WronglyCalled()
    {
        Assert.Equal(2, ExitCode);
        Assert.StartsWith("Usage: ", Output, StringComparison.Ordinal);
    }
}
