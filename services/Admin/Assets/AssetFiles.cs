using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Kommunebro.Admin.Assets;

/// <summary>The files that pages need. Their address carries a fingerprint of all of them, so browsers keep them for good.</summary>
public sealed class AssetFiles
{
    private const string Prefix = "assets/";

    private readonly FrozenDictionary<string, Asset> _files = Read();

    public AssetFiles() => Fingerprint = Hash(_files.OrderBy(file => file.Key, StringComparer.Ordinal)
        .SelectMany(file => Convert.FromHexString(file.Value.Tag)).ToArray())[..12].ToLowerInvariant();

    /// <summary>Changes when any file changes.</summary>
    public string Fingerprint { get; }

    /// <summary>The address of <paramref name="path"/>, relative to the base of the pages.</summary>
    public string AddressOf(string path) => _files.ContainsKey(path)
        ? $"lib/{Fingerprint}/{path}"
        : throw new KeyNotFoundException($"The assembly carries no file '{path}'.");

    /// <summary>The file at <paramref name="path"/>; null when there is none.</summary>
    public Asset? Find(string path) => _files.GetValueOrDefault(path);

    private static FrozenDictionary<string, Asset> Read()
    {
        var assembly = typeof(AssetFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name =>
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                var content = new byte[file.Length];
                file.ReadExactly(content);
                return new Asset(content, Asset.TypeOf(name), Hash(content));
            }, StringComparer.Ordinal);
    }

    private static string Hash(byte[] content) => Convert.ToHexString(SHA256.HashData(content));
}
