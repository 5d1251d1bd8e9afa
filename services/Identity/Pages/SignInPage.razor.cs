using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>E-mail and password.</summary>
public sealed partial class SignInPage : ComponentBase
{
    [Parameter, EditorRequired]
    public PageView View { get; set; } = null!;
}
