using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>What stands on every page around its own fields.</summary>
public abstract class PageParts : ComponentBase
{
    [Parameter, EditorRequired]
    public PageView View { get; set; } = null!;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter, EditorRequired]
    public string Introduction { get; set; } = "";

    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = null!;
}
