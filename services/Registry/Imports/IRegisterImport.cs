using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Imports;

/// <summary>The import of one official register.</summary>
internal interface IRegisterImport
{
    /// <summary>The word by which it is called, e.g. "katottg".</summary>
    string Register { get; }

    /// <summary>Its options, and what it does.</summary>
    string Help { get; }

    /// <summary>Imports the file and reports row by row.</summary>
    /// <param name="file">A file or an address.</param>
    /// <param name="options">What follows it.</param>
    /// <param name="output">Where to report.</param>
    /// <param name="cancellationToken">Ends it, with nothing changed.</param>
    /// <returns>Whether it came to its end without a fault; null where the options cannot be meant.</returns>
    /// <exception cref="Refusal">The file cannot be read, or is none of this register.</exception>
    Task<bool?> RunAsync(ImportFile file, ImportOptions options, TextWriter output, CancellationToken cancellationToken);
}
