using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>What the pages have in common: title, faults, the form around their fields, languages.</summary>
public sealed partial class Frame : ComponentBase
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
