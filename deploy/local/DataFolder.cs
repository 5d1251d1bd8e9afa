using System.Globalization;

namespace Kommunebro.Local;

/// <summary>
/// The folder in which the local mode keeps everything: <c>format</c> (the version of this layout),
/// <c>lock</c> (held by who has it open), <c>process</c> (who that is), and what its users put beside them. One process at a time has it open;
/// the operating system frees it when that process ends, however that happens.
/// </summary>
public sealed class DataFolder : IDisposable
{
    /// <summary>The version of the layout that this program reads and writes.</summary>
    public const int Format = 1;

    private readonly FileStream _hold;

    private DataFolder(string path, FileStream hold)
    {
        Path = path;
        _hold = hold;
    }

    /// <summary>The folder's absolute path.</summary>
    public string Path { get; }

    /// <summary>The path of something inside the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Opens the folder, and makes it when it is not there.</summary>
    /// <exception cref="UserError">It is in use, holds other things, was made by a newer version, cannot be written, or the disk is full.</exception>
    public static DataFolder Open(string path)
    {
        var folder = System.IO.Path.GetFullPath(path);
        try
        {
            if (Directory.Exists(folder)) RefuseForeign(folder);
            else Create(folder);
            var held = Hold(folder);
            try
            {
                CheckFormat(folder);
                return new DataFolder(folder, held);
            }
            catch
            {
                held.Dispose();
                throw;
            }
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new UserError($"{folder} belongs to another account. Run as that account, or give another folder with --data.", denied);
        }
        catch (IOException full) when (DiskFull.Explains(full))
        {
            throw DiskFull.Error(folder, full);
        }
    }

    public void Dispose() => _hold.Dispose();

    private static void Create(string folder)
    {
        // As root, PostgreSQL runs under another account, which must be able to pass through.
        var others = Environment.IsPrivilegedProcess ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : UnixFileMode.None;
        Directory.CreateDirectory(folder);
        System.IO.File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | others);
    }

    private static void RefuseForeign(string folder)
    {
        var names = Directory.EnumerateFileSystemEntries(folder).Select(System.IO.Path.GetFileName).ToHashSet();
        if (!names.Contains("format") && names.Except(["lock", "process"]).Any())
            throw new UserError($"{folder} holds something else. Give an empty or a new folder with --data.");
    }

    private static FileStream Hold(string folder)
    {
        var path = System.IO.Path.Combine(folder, "lock");
        // Beside the lock, because nobody else can read what is locked.
        var process = System.IO.Path.Combine(folder, "process");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            System.IO.File.WriteAllText(process, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return file;
        }
        catch (IOException taken) when (!DiskFull.Explains(taken) && System.IO.File.Exists(process))
        {
            throw new UserError(
                $"{folder} is in use by process {System.IO.File.ReadAllText(process)}. Stop that one first, or give another folder with --data.", taken);
        }
    }

    private static void CheckFormat(string folder)
    {
        var path = System.IO.Path.Combine(folder, "format");
        // Empty: a full disk stopped the first start.
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
            System.IO.File.WriteAllText(path, Format.ToString(CultureInfo.InvariantCulture) + "\n");

        var text = System.IO.File.ReadAllText(path).Trim();
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var format))
            throw new UserError($"{path} should hold the number of the data folder's format, and holds '{text}'.");
        if (format > Format)
            throw new UserError($"{folder} was made by a newer version (format {format}; this one reads up to {Format}). Update, or give another folder with --data.");
    }
}
