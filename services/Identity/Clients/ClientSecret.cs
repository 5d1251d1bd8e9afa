using System.Buffers.Text;
using System.Security.Cryptography;

namespace Kommunebro.Identity.Clients;

/// <summary>A client's secret.</summary>
internal static class ClientSecret
{
    private const int Bytes = 32;

    /// <summary>256 bits by chance, as base64url.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
