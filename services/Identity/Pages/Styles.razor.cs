using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>The head of a page.</summary>
public sealed partial class Styles : ComponentBase
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";
}
