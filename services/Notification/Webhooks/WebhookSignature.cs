using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kommunebro.Notification.Webhooks;

/// <summary>
/// Signs a call as the Standard Webhooks specification says (github.com/standard-webhooks/standard-webhooks): HMAC-SHA256 over
/// "id.timestamp.body" with the bytes of the secret behind its prefix, one signature for each secret that is valid.
/// </summary>
internal static class WebhookSignature
{
    public const string SecretPrefix = "whsec_";

    /// <summary>The value of the header webhook-signature.</summary>
    public static string Of(string messageId, DateTimeOffset sentAt, string body, IEnumerable<string> secrets)
    {
        var signed = Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{messageId}.{sentAt.ToUnixTimeSeconds()}.{body}"));
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret), signed))}"));
    }

    private static byte[] KeyOf(string secret) => Convert.FromBase64String(secret[SecretPrefix.Length..]);
}
