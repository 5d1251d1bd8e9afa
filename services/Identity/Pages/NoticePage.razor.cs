using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>Something to know, and where to go on.</summary>
public sealed partial class NoticePage : ComponentBase
{
    [Parameter, EditorRequired]
    public PageView View { get; set; } = null!;
}
