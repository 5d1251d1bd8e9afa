using Microsoft.AspNetCore.Components;

namespace Kommunebro.Identity.Pages;

/// <summary>A labelled input, with what is wrong with it.</summary>
public sealed partial class Field : ComponentBase
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public string Type { get; set; } = "";

    [Parameter, EditorRequired]
    public string Autocomplete { get; set; } = "";

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public string? Fault { get; set; }
}
