using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Commands;

/// <summary>What an operator does by a command: audited in the command's name, and a no is told in lines, not as a trace.</summary>
internal sealed class OperatorRun(AuditActor actor)
{
    /// <summary>Does <paramref name="act"/>, and tells on <paramref name="output"/> each field that breaks a rule, and which.</summary>
    /// <param name="command">As it was called, e.g. "accounts create"; the audit's actor, after the service's name.</param>
    /// <param name="output">What the operator reads.</param>
    /// <param name="act">The use case, and what to say when it is done.</param>
    /// <returns>The exit code: 0 done, 1 refused.</returns>
    public async Task<int> RunAsync(string command, TextWriter output, Func<Task> act)
    {
        actor.Who = $"identity {command}";
        try
        {
            await act();
            return 0;
        }
        catch (Refusal refusal)
        {
            await output.WriteLineAsync(TextOf(refusal));
            return 1;
        }
        catch (DbUpdateConcurrencyException)
        {
            await output.WriteLineAsync("Somebody else changed this meanwhile. Look at it again, and repeat the command. [version_mismatch]");
            return 1;
        }
    }

    private static string TextOf(Refusal refusal) => refusal.Violations.Count == 0
        ? $"{refusal.Message} [{refusal.Code}]"
        : string.Join(
            Environment.NewLine, refusal.Violations.Select(violation => $"{violation.Field}: {violation.Message} [{violation.Code}]"));
}
