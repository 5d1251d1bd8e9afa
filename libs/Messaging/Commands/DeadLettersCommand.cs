using System.Globalization;
using Kommunebro.Messaging.Inbox;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Messaging.Commands;

/// <summary>Shows what no handler could handle, and tries it again.</summary>
internal sealed class DeadLettersCommand(DeadLetters letters) : IServiceCommand
{
    public string Name => "dead-letters";

    public string Help => "list | replay [MESSAGE-ID]   show, or try again, what could not be handled";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        switch (args)
        {
            case ["list"]:
                return await ListAsync(output, cancellationToken);
            case ["replay"]:
                return await ReplayAsync(null, output, cancellationToken);
            case ["replay", var id] when Guid.TryParse(id, CultureInfo.InvariantCulture, out var messageId):
                return await ReplayAsync(messageId, output, cancellationToken);
            default:
                await output.WriteLineAsync($"Usage: {Name} {Help}");
                return 2;
        }
    }

    private async Task<int> ListAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var all = await letters.ListAsync(cancellationToken);
        foreach (var letter in all)
            await output.WriteLineAsync(
                $"{letter.DiedAt:u}  {letter.MessageId}  {letter.Name}  {letter.Handler}  tried {letter.Attempts} times  {letter.Error}");
        await output.WriteLineAsync(all.Count == 0
            ? "No dead letters."
            : $"{all.Count} dead letter(s). When the cause is mended: {Name} replay");
        return 0;
    }

    private async Task<int> ReplayAsync(Guid? messageId, TextWriter output, CancellationToken cancellationToken)
    {
        var (handled, left) = await letters.ReplayAsync(messageId, cancellationToken);
        if (messageId is not null && handled + left == 0)
        {
            await output.WriteLineAsync($"There is no dead letter {messageId}. See all: {Name} list");
            return 2;
        }

        await output.WriteLineAsync(left == 0
            ? $"{handled} dead letter(s) handled, none left."
            : $"{handled} dead letter(s) handled, {left} failed again. See why: {Name} list");
        return left == 0 ? 0 : 1;
    }
}
