using System.Collections.Concurrent;
using System.Globalization;
using Kommunebro.Local.Processes;

namespace Kommunebro.Local.Postgres;

/// <summary>The server's own folder: made once, and bound to the major version that made it.</summary>
/// <param name="Folder">The folder.</param>
public sealed record PostgresCluster(string Folder)
{
    /// <summary>The administrator that services connect as.</summary>
    public const string Administrator = "postgres";

    /// <summary>The major version that made the folder; null when it is not there yet.</summary>
    /// <exception cref="UserError">The folder belongs to another account.</exception>
    public int? Major
    {
        get
        {
            var path = Path.Combine(Folder, "PG_VERSION");
            try
            {
                return int.Parse(File.ReadAllText(path).Trim(), CultureInfo.InvariantCulture);
            }
            catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
            catch (UnauthorizedAccessException denied)
            {
                throw new UserError($"{Folder} belongs to another account. Run as that account, or give another folder with --data.", denied);
            }
        }
    }

    /// <summary>Makes the folder with <c>initdb</c>: UTF-8, sorted by ICU's root collation where the server has ICU.</summary>
    /// <exception cref="UserError">The disk is full, or the account cannot reach the folder.</exception>
    /// <exception cref="IOException"><c>initdb</c> failed otherwise.</exception>
    public async Task MakeAsync(PostgresBinaries binaries, ServerAccount account, CancellationToken cancellation)
    {
        // Made beside its place and then renamed: a killed first start leaves no half-made cluster.
        var draft = $"{Folder}.new";
        var (exitCode, said) = await InitAsync(["--locale-provider=icu", "--icu-locale=und"]);
        if (said.Contains("ICU is not supported", StringComparison.Ordinal)) (exitCode, said) = await InitAsync([]);
        if (said.Contains("No space left on device", StringComparison.Ordinal)) throw DiskFull.Error(Folder);
        if (exitCode != 0) throw new IOException($"initdb failed: {said}");
        Directory.Move(draft, Folder);

        async Task<(int ExitCode, string Said)> InitAsync(string[] collation)
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
            await account.OwnAsync(draft, cancellation);
            string[] arguments =
            [
                "-D", draft, "-U", Administrator, "--encoding=UTF8", $"--locale={Locale}", .. collation,
                // See EmbeddedPostgres for why this is safe.
                "--auth-local=trust", "--auth-host=reject",
            ];
            var lines = new ConcurrentQueue<string>();
            await using var initdb = await ChildProcess.StartAsync(
                new ChildProgram(binaries.Program("initdb"), arguments) { Account = account.Name, EndSignal = "KILL", OnOutput = lines.Enqueue }, cancellation);
            await initdb.WaitAsync(cancellation);
            return (initdb.ExitCode, string.Join('\n', lines));
        }
    }

    private static string Locale => OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";
}
