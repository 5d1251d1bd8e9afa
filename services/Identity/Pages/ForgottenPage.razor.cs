using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>Who has forgotten the password says its address.</summary>
public sealed partial class ForgottenPage : ComponentBase
{
    [Parameter, EditorRequired]
    public PageView View { get; set; } = null!;
}
