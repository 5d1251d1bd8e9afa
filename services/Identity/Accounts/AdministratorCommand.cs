using Kommunebro.Contracts;
using Kommunebro.Identity.Commands;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Accounts;

/// <summary>Opens the first administrator's account; anybody else gets one from an administrator.</summary>
internal sealed class AdministratorCommand(CreateAccount create, OperatorRun run) : IServiceCommand
{
    private const string PasswordVariable = "KOMMUNEBRO_PASSWORD";

    public string Name => "administrator";

    public string Help =>
        $"create --email E --name N [--language nb|uk|en]   open an administrator's account; its password comes from {PasswordVariable} "
        + "or standard input, else a temporary one is shown";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (RequestOf(args) is not { } request)
        {
            await output.WriteLineAsync($"Usage: {Name} {Help}");
            return 2;
        }

        return await run.RunAsync("administrator create", output, async () =>
        {
            var password = await GivenPasswordAsync(cancellationToken);
            var created = await create.RunAsync(request, password, cancellationToken);
            await output.WriteLineAsync($"Account {created.Account.Id} is an administrator.");
            await output.WriteLineAsync(password is null
                ? $"Temporary password, shown this once: {created.Password}"
                : "It signs in with the password that was given.");
        });
    }

    private static AccountRequest? RequestOf(string[] args)
    {
        if (args is not ["create", .. var rest] || GivenOptions.Of(rest, "--email", "--name", "--language") is not { } given)
            return null;
        return new AccountRequest(given["--email"], given["--name"], given["--language"] ?? "en", [StaffRole.Administrator]);
    }

    /// <summary>Never from the command line, which every user of the machine can read.</summary>
    private static async Task<string?> GivenPasswordAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } given)
            return given;
        // A terminal that nobody asked for a password would look stuck.
        return Console.IsInputRedirected && await Console.In.ReadLineAsync(cancellationToken) is { Length: > 0 } line ? line : null;
    }
}
