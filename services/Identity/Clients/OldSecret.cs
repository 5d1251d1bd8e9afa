using System.Globalization;
using System.Text.Json;
using OpenIddict.Abstractions;

namespace Kommunebro.Identity.Clients;

/// <summary>The secret before the newest, as a hash among the properties of OpenIddict's application, and how long it is good.</summary>
/// <param name="Hash">As OpenIddict made it.</param>
/// <param name="EndsAt">Until when.</param>
internal sealed record OldSecret(string Hash, DateTimeOffset EndsAt)
{
    private const string HashProperty = "old_secret_hash";
    private const string EndProperty = "old_secret_ends_at";

    /// <summary>What stands among <paramref name="properties"/>; null when nothing does.</summary>
    public static OldSecret? Of(IReadOnlyDictionary<string, JsonElement> properties) =>
        properties.TryGetValue(HashProperty, out var hash) && properties.TryGetValue(EndProperty, out var end)
            ? new OldSecret(hash.GetString()!, DateTimeOffset.Parse(end.GetString()!, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Puts it in the place of what was there; null takes that away.</summary>
    public static void Set(OpenIddictApplicationDescriptor application, OldSecret? secret)
    {
        application.Properties.Remove(HashProperty);
        application.Properties.Remove(EndProperty);
        if (secret is null)
            return;
        application.Properties[HashProperty] = JsonSerializer.SerializeToElement(secret.Hash);
        application.Properties[EndProperty] = JsonSerializer.SerializeToElement(secret.EndsAt.ToString("O", CultureInfo.InvariantCulture));
    }
}
