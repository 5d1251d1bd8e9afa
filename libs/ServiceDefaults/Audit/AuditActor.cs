namespace Kommunebro.ServiceDefaults;

/// <summary>The actor of the current request or message; anonymous until somebody says who it is.</summary>
public sealed class AuditActor
{
    /// <summary>The account or service.</summary>
    public string Who { get; set; } = "anonymous";

    /// <summary>For whom it acts, if for somebody else; for a service the message that made it act.</summary>
    public string? OnBehalfOf { get; set; }
}
