using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>The codes for who has lost the authenticator, this once.</summary>
public sealed partial class RecoveryCodesPage : ComponentBase
{
    [Parameter, EditorRequired]
    public PageView View { get; set; } = null!;
}
