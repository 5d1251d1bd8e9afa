namespace Kommunebro.ServiceDefaults;

/// <summary>A setting is missing or wrong; the message tells an operator what to do, no stack trace does.</summary>
public sealed class SettingException(string message) : Exception(message)
{
    /// <summary>The message alone: this is what a log shows.</summary>
    public override string ToString() => Message;
}
