using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>A key for an authenticator, and the code that shows that it works.</summary>
public sealed partial class EnrolPage : ComponentBase
{
    [Parameter, EditorRequired]
    public PageView View { get; set; } = null!;
}
