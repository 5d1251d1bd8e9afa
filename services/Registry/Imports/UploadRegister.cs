using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Imports;

/// <summary>What became of an upload.</summary>
public enum UploadOutcome
{
    /// <summary>The register is as the file says; perhaps it was before.</summary>
    Taken,

    /// <summary>Nothing was changed, because that was asked for.</summary>
    DryRun,

    /// <summary>Rows are wrong; nothing was changed.</summary>
    Faulty,
}

/// <summary>What an upload did, or would do.</summary>
/// <param name="Register">The register.</param>
/// <param name="File">The file's name.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Report">For a person, in the reader's language: what is wrong by row, what changes, and the sum.</param>
public sealed record UploadAnswer(string Register, string File, UploadOutcome Outcome, IReadOnlyList<string> Report);

/// <summary>Takes in an official register that was uploaded, as the command does.</summary>
internal sealed class UploadRegister(IEnumerable<IRegisterImport> imports)
{
    /// <summary>Imports <paramref name="body"/>.</summary>
    /// <exception cref="Refusal">register_not_found, missing_field, invalid_options, and what the import refuses.</exception>
    public async Task<UploadAnswer> RunAsync(string register, ImportQuery query, Stream body, string language, CancellationToken cancellationToken)
    {
        var import = imports.SingleOrDefault(one => one.Register == register)
            ?? throw Refusal.NotFound("register_not_found", $"There is no such register. There are: {string.Join(", ", imports.Select(one => one.Register))}.");
        new Rules().Required(!string.IsNullOrWhiteSpace(query.File), "file").Line(query.File, "file").Enforce();
        if (query.ToOptions(language) is not { } options) throw InvalidOptions(import);
        var file = new ImportFile(query.File!, body);
        await using var report = new StringWriter();
        var done = await import.RunAsync(file, options, report, cancellationToken) ?? throw InvalidOptions(import);
        return new UploadAnswer(
            register, file.Name, !done ? UploadOutcome.Faulty : options.DryRun ? UploadOutcome.DryRun : UploadOutcome.Taken,
            report.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static Refusal InvalidOptions(IRegisterImport import) =>
        new(RefusalKind.Invalid, "invalid_options", $"This register takes: {import.Help.Split("   ")[0].Trim()}.", "query");
}
