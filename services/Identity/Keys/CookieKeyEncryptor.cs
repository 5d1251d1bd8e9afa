using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Identity.Keys;

/// <summary>
/// Keeps the keys of cookies in the database encrypted: AES-256-GCM under a key of its own for each, which is wrapped by the
/// newest encryption key (RSA-OAEP, SHA-256). The framework's own way wants certificates when the host is built.
/// </summary>
internal sealed class CookieKeyEncryptor(SigningKeys keys) : IXmlEncryptor
{
    public const int NonceBytes = 12;
    public const int TagBytes = 16;
    private const int KeyBytes = 32;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var content = System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var cipher = new byte[content.Length];
        var tag = new byte[TagBytes];
        using (var aes = new AesGcm(key, TagBytes))
            aes.Encrypt(nonce, content, cipher, tag);
        var wrapper = keys.Encryption[0];
        return new EncryptedXmlInfo(
            new XElement(
                "sealed",
                new XAttribute("by", wrapper.KeyId),
                new XElement("key", Convert.ToBase64String(wrapper.Rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256))),
                new XElement("content", Convert.ToBase64String([.. nonce, .. tag, .. cipher]))),
            typeof(CookieKeyDecryptor));
    }
}

/// <summary>Reads what <see cref="CookieKeyEncryptor"/> wrote; the framework makes it by its name in the stored element.</summary>
internal sealed class CookieKeyDecryptor : IXmlDecryptor
{
    private readonly IReadOnlyList<RsaSecurityKey> _keys;

    public CookieKeyDecryptor(IServiceProvider services) => _keys = services.GetRequiredService<SigningKeys>().Encryption;

    public XElement Decrypt(XElement encryptedElement)
    {
        var by = (string?)encryptedElement.Attribute("by");
        var wrapper = _keys.FirstOrDefault(key => key.KeyId == by)
            ?? throw new CryptographicException($"The encryption key {by} is no longer there; cookies under it are lost.");
        var key = wrapper.Rsa.Decrypt(Convert.FromBase64String(encryptedElement.Element("key")!.Value), RSAEncryptionPadding.OaepSHA256);
        var box = Convert.FromBase64String(encryptedElement.Element("content")!.Value).AsSpan();
        var content = new byte[box.Length - CookieKeyEncryptor.NonceBytes - CookieKeyEncryptor.TagBytes];
        using var aes = new AesGcm(key, CookieKeyEncryptor.TagBytes);
        aes.Decrypt(
            box[..CookieKeyEncryptor.NonceBytes],
            box[(CookieKeyEncryptor.NonceBytes + CookieKeyEncryptor.TagBytes)..],
            box.Slice(CookieKeyEncryptor.NonceBytes, CookieKeyEncryptor.TagBytes),
            content);
        return XElement.Parse(System.Text.Encoding.UTF8.GetString(content));
    }
}
