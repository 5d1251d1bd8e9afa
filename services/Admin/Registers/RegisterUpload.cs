using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Forms;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Admin.Registers;

/// <summary>
/// A file of a register that is tried first and then published. The file is not kept in between: its fingerprint goes with the form, so that
/// nobody publishes another file, or the same with other words, than the one whose changes were shown.
/// </summary>
public sealed class RegisterUpload(RegistryImportsClient imports, Submission submission, Words words)
{
    private string _register = "";

    public FormState State { get; private set; } = null!;

    /// <summary>What the file did or would do; null until it was sent.</summary>
    public UploadRegisterReply? Answer { get; private set; }

    /// <summary>Lays the form out.</summary>
    public void Begin(string register)
    {
        _register = register;
        State = submission.Form("register", [("file", ""), ("tried", ""), ("mode", "try"), .. RegisterChoices.FieldsOf(register).Select(field => (field, ""))]);
    }

    /// <summary>Sends the file; the report is shown on the page itself.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        foreach (var field in RegisterChoices.FieldsOf(_register).Where(field => field is "order" or "published").Append("mode"))
            State.Require(field, words);
        if (submission.FileOf(State, "file", words) is not { } file || State.Errors.Count > 0)
            return;
        var content = await file.ReadAsync(cancellationToken);
        var (print, isToBePublished) = (PrintOf(content), State["mode"] == "import");
        if (isToBePublished && State["tried"] != print)
        {
            State.Refuse("file", words["registers.not_tried"]);
            State["mode"] = "try";
            return;
        }

        // Who leaves the page does not cut a publication off.
        var reply = await imports.UploadRegisterAsync(RequestOf(file.FileName, content, !isToBePublished), deadline: Upload.Deadline, cancellationToken: CancellationToken.None).ReplyAsync();
        Answer = reply.Value;
        (State["tried"], State["mode"]) = Answer?.Outcome == "dry_run" ? (print, "import") : ("", "try");
        if (reply.Refused is { Kind: RefusedKind.Unavailable } && isToBePublished)
            // Perhaps it was published; the same file again changes nothing.
            State.Refuse("", words["registers.no_answer"]);
        else if (reply.Refused is { } refused)
            State.Refuse(Told(refused), words);
    }

    private UploadRegisterRequest RequestOf(string file, ByteString content, bool dryRun) => new()
    {
        Register = _register, File = file, Content = content, DryRun = dryRun, Order = State["order"], Published = State["published"], AsOf = State["asOf"],
        Classification = NumberOf("classification"), Target = NumberOf("target"),
    };

    private int NumberOf(string field) => int.TryParse(State[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Two codes that mean something else for files of needs: what was sent is small enough, and it is no evidence.</summary>
    private static Refused Told(Refused refused) => refused with
    {
        Violations = [.. refused.Violations.Select(one => one.Code is "file_too_large" or "unsupported_file" ? one with { Code = $"register_{one.Code}" } : one)],
    };

    /// <summary>Of the file and all that is said about it.</summary>
    private string PrintOf(ByteString content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(content.Span);
        foreach (var field in RegisterChoices.FieldsOf(_register))
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"\n{field}={State[field]}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
