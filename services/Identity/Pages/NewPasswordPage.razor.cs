using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>A password of one's own, twice.</summary>
public sealed partial class NewPasswordPage : ComponentBase
{
    [Parameter, EditorRequired]
    public PageView View { get; set; } = null!;
}
