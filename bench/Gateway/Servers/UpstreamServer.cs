using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Bench.Gateway.Servers;

/// <summary>Stands for all services: a page of about 4 kB of JSON; and for identity, the keys.</summary>
internal static class UpstreamServer
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes($"{{\"items\":[{string.Join(',', Enumerable.Range(0, 30).Select(i =>
        $"{{\"id\":\"01999c4e-7d42-7c1f-b1a3-5f0d2f6e8a{i:00}\",\"name\":\"Вишнівецька громада {i}\",\"urgency\":2,\"languages\":[\"uk\",\"en\"]}}"))}],\"next\":null}}");

    public static async Task<int> RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, string>
        {
            ["issuer"] = BenchToken.Issuer,
            ["jwks_uri"] = $"{BenchToken.Issuer}.well-known/jwks",
        });
        app.MapGet("/.well-known/jwks", () => new Dictionary<string, object> { ["keys"] = new[] { PublicKey() } });
        app.MapFallback("{**rest}", context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Page.Length;
            return context.Response.Body.WriteAsync(Page, context.RequestAborted).AsTask();
        });
        await app.RunAsync($"http://127.0.0.1:{port}");
        return 0;
    }

    private static Dictionary<string, string> PublicKey()
    {
        using var key = RSA.Create();
        key.ImportFromPem(Environment.GetEnvironmentVariable(BenchToken.Variable));
        var part = key.ExportParameters(includePrivateParameters: false);
        return new Dictionary<string, string>
        {
            ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = BenchToken.KeyId,
            ["n"] = Base64UrlEncoder.Encode(part.Modulus), ["e"] = Base64UrlEncoder.Encode(part.Exponent),
        };
    }
}
