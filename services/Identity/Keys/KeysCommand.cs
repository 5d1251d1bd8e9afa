using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Keys;

/// <summary>Makes keys.</summary>
internal sealed class KeysCommand(TimeProvider clock) : IServiceCommand
{
    public string Name => "keys";

    public string Help => "create --out FOLDER   write a new key to sign and one to encrypt with; older ones stay valid";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (args is not ["create", "--out", { Length: > 0 } folder])
        {
            await output.WriteLineAsync($"Usage: {Name} {Help}");
            return 2;
        }

        try
        {
            foreach (var path in SigningKeys.Create(folder, clock.GetUtcNow()))
                await output.WriteLineAsync($"wrote {path}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"The keys cannot be written: {failure.Message}");
            return 1;
        }

        await output.WriteLineAsync("Keep them secret. Set Identity:Keys:Folder to this folder in every replica, then (re)start the service.");
        return 0;
    }
}
