using Microsoft.AspNetCore.Components;

namespace Kommunebro.Admin.Forms;

/// <summary>What every field of a form has.</summary>
public abstract class FieldBase : ComponentBase
{
    [Parameter, EditorRequired] public required FormState State { get; set; }

    /// <summary>The field, as the service names it.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public bool Optional { get; set; }

    protected string Id => $"{State.Name}-{Name}";

    protected string Value => State[Name];

    protected string? Error => State.ErrorOf(Name);

    protected string? Invalid => Error is null ? null : "true";

    /// <summary>The ids of what explains the field.</summary>
    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Help is { Length: > 0 } ? $"{Id}-help" : null, Error is null ? null : $"{Id}-error" }.OfType<string>());
            return ids.Length == 0 ? null : ids;
        }
    }
}
