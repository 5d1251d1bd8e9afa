namespace Kommunebro.Local;

/// <summary>
/// Something that the person at the keyboard can put right: the message says what and how.
/// It is shown without a stack trace, and the command ends with exit code 2.
/// </summary>
public sealed class UserError(string message, Exception? inner = null) : Exception(message, inner);
