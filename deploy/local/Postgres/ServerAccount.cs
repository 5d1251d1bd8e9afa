using Kommunebro.Local.Processes;

namespace Kommunebro.Local.Postgres;

/// <summary>
/// The account that PostgreSQL runs under. It refuses root, so root lends it <c>postgres</c>, or <c>nobody</c>
/// where that does not exist; everybody else runs it as themselves.
/// </summary>
/// <param name="Name">The account's name; null is our own.</param>
public sealed record ServerAccount(string? Name)
{
    private static readonly string[] Lent = ["postgres", "nobody"];

    /// <summary>The account for a server that this process starts.</summary>
    /// <exception cref="UserError">Root has no account to lend.</exception>
    public static ServerAccount Current()
    {
        if (!Environment.IsPrivilegedProcess) return new ServerAccount(Name: null);

        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();
        var name = Lent.FirstOrDefault(known.Contains)
            ?? throw new UserError("PostgreSQL does not run as root, and there is no account 'postgres' or 'nobody' to run it under. Start as another account.");
        return new ServerAccount(name);
    }

    /// <summary>Makes a folder that only this account (and root) can enter, or hands an existing one over to it with all that it holds.</summary>
    /// <exception cref="UserError">The account cannot reach the folder.</exception>
    public async Task OwnAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await HandOverAsync(folder, cancellation);
        await RequireReachAsync(folder, cancellation);
    }

    /// <summary>Hands a file, or a folder with all that it holds, over to this account.</summary>
    public async Task HandOverAsync(string path, CancellationToken cancellation)
    {
        if (Name is null) return;
        // The colon stands for the account's own group.
        var change = await Command.RunAsync("chown", ["-R", $"{Name}:", path], cancellation: cancellation);
        if (!change.Succeeded) throw new UserError($"{path} could not be handed to the account '{Name}': {change.Error.Trim()}");
    }

    private async Task RequireReachAsync(string folder, CancellationToken cancellation)
    {
        if (Name is null) return;
        var enter = await Command.RunAsync("sh", ["-c", "cd -- \"$1\"", "sh", folder], Name, cancellation: cancellation);
        if (!enter.Succeeded)
        {
            throw new UserError(
                $"PostgreSQL does not run as root, and the account '{Name}' that it runs under cannot reach {folder}: "
                + "a folder on the way there is closed to others. Give a folder that it can reach, for example --data /var/tmp/kommunebro");
        }
    }
}
