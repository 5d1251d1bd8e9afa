using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>The document around every page: its files, its title, and what it is for.</summary>
public sealed partial class Document : ComponentBase
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
