using OtpNet;

namespace Kommunebro.Identity.SecondFactor;

/// <summary>Time-based one-time passwords (RFC 6238) as authenticator apps make them: SHA-1, six digits, thirty seconds.</summary>
internal static class Totp
{
    public const int Digits = 6;

    private const int KeyBytes = 20;
    private const string Issuer = "Kommunebro";

    // A clock may be half a minute wrong either way (RFC 6238, 5.2).
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <summary>A new key by chance: 160 bits (RFC 4226, 4).</summary>
    public static byte[] NewKey() => KeyGeneration.GenerateRandomKey(KeyBytes);

    /// <summary>The key as a person types it: base32, in groups of four.</summary>
    public static string Readable(byte[] key) =>
        string.Join(' ', Base32Encoding.ToString(key).Chunk(4).Select(group => new string(group)));

    /// <summary>The key as an authenticator app takes it: an otpauth address.</summary>
    public static string Address(byte[] key, string email) => new OtpUri(OtpType.Totp, key, email, Issuer).ToString();

    /// <summary>The time step for which <paramref name="code"/> is good; null when it is not good now.</summary>
    public static long? StepOf(byte[] key, string code, DateTimeOffset now) =>
        new OtpNet.Totp(key).VerifyTotp(now.UtcDateTime, code, out var step, Window) ? step : null;
}
