using Kommunebro.Messaging;

namespace Kommunebro.Local;

/// <summary>What every host is told: where it listens, where it finds the others, and its secret.</summary>
internal sealed class LocalSettings(DataFolder data, ServiceSockets sockets, LocalSecrets secrets, RunOptions options)
{
    private static readonly string[] WithGrpc = ["Identity", "Registry", "NeedsIntake", "Matching", "Notification"];

    /// <summary>The settings of the host of <paramref name="section"/>, without its database.</summary>
    public Dictionary<string, string?> Of(string section)
    {
        var settings = section == "Gateway" ? Edge() : Inner(section);
        settings["Access:Issuer"] = options.Origin.ToString();
        settings["Services:Identity"] = $"unix:{sockets.HttpOf("Identity")}";
        foreach (var (key, value) in section switch { "Identity" => Identity(), "Notification" => Notices(), _ => [] })
            settings[key] = value;
        // People read what matters here; what services say of their work is for operators.
        return settings.ToDictionary(setting => $"{section}:{setting.Key}", setting => setting.Value)
            .Append(new("Logging:LogLevel:Default", "Error"))
            .Append(new("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error")).ToDictionary();
    }

    private Dictionary<string, string?> Edge()
    {
        var settings = new Dictionary<string, string?> { ["Listen:Http"] = $"http://127.0.0.1:{options.Port}" };
        foreach (var behind in (string[])[.. WithGrpc, "Admin"])
            settings[$"Services:{behind}"] = $"unix:{sockets.HttpOf(behind)}";
        return settings;
    }

    private Dictionary<string, string?> Inner(string section)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Listen:Http"] = $"unix:{sockets.HttpOf(section)}",
            ["Services:Registry"] = $"unix:{sockets.GrpcOf("Registry")}",
            ["Services:Needs"] = $"unix:{sockets.GrpcOf("NeedsIntake")}",
            ["Services:Matching"] = $"unix:{sockets.GrpcOf("Matching")}",
            ["Services:Notification"] = $"unix:{sockets.GrpcOf("Notification")}",
            ["Services:IdentityGrpc"] = $"unix:{sockets.GrpcOf("Identity")}",
            ["Access:ClientSecret"] = secrets.ServiceClients.GetValueOrDefault(ClientOf(section)),
            ["Messaging:Transport"] = options.RabbitMq is null ? MessagingOptions.InProcess : MessagingOptions.RabbitMq,
            ["Messaging:Broker"] = options.RabbitMq,
        };
        if (WithGrpc.Contains(section, StringComparer.Ordinal))
            settings["Listen:Grpc"] = $"unix:{sockets.GrpcOf(section)}";
        return settings;
    }

    private Dictionary<string, string?> Identity()
    {
        var settings = secrets.ServiceClients.ToDictionary(client => $"ServiceClients:{client.Key}:Secret", client => (string?)client.Value);
        settings["Keys:Folder"] = data.File("keys");
        return settings;
    }

    private Dictionary<string, string?> Notices() => new()
    {
        // No mail leaves this machine: what would be sent lies here, to be read with any mail program.
        ["Mail:Folder"] = data.File("mail"),
        ["Webhooks:AllowLoopback"] = "true",
    };

    private static string ClientOf(string section) => section == "NeedsIntake" ? "needs-intake" : section.ToLowerInvariant();
}
