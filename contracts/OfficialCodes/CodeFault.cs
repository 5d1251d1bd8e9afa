namespace Kommunebro.Contracts.OfficialCodes;

/// <summary>Why a text is not the official code that it should be.</summary>
/// <param name="Code">Stable name of the fault, e.g. "lower_case".</param>
/// <param name="Message">What is wrong, for a person.</param>
public sealed record CodeFault(string Code, string Message);
