using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Kommunebro.Testing.Browsing;

/// <summary>Asks axe-core what is wrong with a page.</summary>
public static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// What axe finds wrong, one line each. It runs in the page itself: the wrapper for Playwright opens a second page for each answer,
    /// which pages without frames do not need and which takes ten times as long.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations");
        return [.. found.EnumerateArray().Select(violation =>
            $"{page.Url}: {violation.GetProperty("id")}: {violation.GetProperty("help")}: {string.Join(" | ", Elements(violation).Take(3))}")];
    }

    private static IEnumerable<string?> Elements(JsonElement violation) =>
        violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("html").GetString());
}
