using Kommunebro.Admin;
using Kommunebro.Testing.Browsing;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Browser;

/// <summary>A window on the client's pages, signed in.</summary>
internal static class AdminWindow
{
    private static readonly string[] BothKeys = ["ks-coordinator", "auc-coordinator"];

    public static async Task<Window> OpenAsync(AdminServer server, WindowOptions? options = null)
    {
        var window = await OpenForStrangerAsync(server, options);
        await window.Page.GotoAsync(new Uri(server.Address, $"{TestSignIn.Path}?{string.Join('&', BothKeys.Select(role => $"role={role}"))}").ToString());
        return window;
    }

    /// <summary>A window of somebody without an account.</summary>
    public static Task<Window> OpenForStrangerAsync(AdminServer server, WindowOptions? options = null) =>
        Window.OpenAsync(new Uri(server.Address, $"{AdminHost.BasePath}/"), options);
}
