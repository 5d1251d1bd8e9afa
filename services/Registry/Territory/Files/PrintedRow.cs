namespace Kommunebro.Registry.Territory.Files;

/// <summary>A row of a file, as printed.</summary>
/// <param name="Line">The line or row of the file, from 1.</param>
/// <param name="Code">KATOTTG.</param>
/// <param name="Name">The name.</param>
/// <param name="Category">The category's name in the file, or how its section is told.</param>
/// <param name="Starts">First days, one or more.</param>
/// <param name="Ends">Days of the end, as many or one fewer.</param>
/// <param name="Except">Codes of what is excepted.</param>
public sealed record PrintedRow(int Line, string Code, string Name, string Category, string Starts, string Ends, string Except = "");
