using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>A password of one's own, twice, by the link of a letter.</summary>
public sealed partial class ChoosePage : ComponentBase
{
    [Parameter, EditorRequired]
    public PageView View { get; set; } = null!;
}
