using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>A code of the authenticator, after the password.</summary>
public sealed partial class CodePage : ComponentBase
{
    [Parameter, EditorRequired]
    public PageView View { get; set; } = null!;
}
