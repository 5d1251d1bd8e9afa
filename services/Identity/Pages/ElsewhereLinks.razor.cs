using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>The ways to sign in at a provider outside. Links and not forms: the pages let forms lead nowhere else.</summary>
public sealed partial class ElsewhereLinks : ComponentBase
{
    [Parameter, EditorRequired]
    public PageView View { get; set; } = null!;
}
