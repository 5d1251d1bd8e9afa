using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.Registry.Imports;

public sealed class ImportFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_address_with_more_than_any_register_has_is_refused_as_too_large_whether_it_says_so_or_not(bool saysHowMuch)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var site = builder.Build();
        site.MapGet("/register.json", (HttpContext http) => SendAsync(http, saysHowMuch));
        await site.StartAsync();

        var refusal = await Assert.ThrowsAsync<Refusal>(() => new ImportFile($"{site.Urls.Single()}/register.json").OpenAsync(CancellationToken.None));

        Assert.Equal("file_too_large", refusal.Code);
    }

    private static async Task SendAsync(HttpContext http, bool saysHowMuch)
    {
        if (saysHowMuch) http.Response.ContentLength = ImportFile.MostBytes + 1;
        var part = new byte[1024 * 1024];
        for (long sent = 0; sent < ImportFile.MostBytes && !http.RequestAborted.IsCancellationRequested; sent += part.Length) await http.Response.Body.WriteAsync(part, http.RequestAborted);
        await http.Response.Body.WriteAsync(part.AsMemory(0, 1), http.RequestAborted);
    }
}
