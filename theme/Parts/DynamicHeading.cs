using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Toolkit.Theme.Parts;

/// <summary>A heading whose level follows from where it stands.</summary>
public sealed class DynamicHeading : ComponentBase
{
    /// <summary>1 to 6; deeper is shown as 6.</summary>
    [Parameter, EditorRequired]
    public required int Level { get; set; }

    /// <summary>Anchor; null for none.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>The language of what it says; null for that of the page.</summary>
    [Parameter]
    public string? Language { get; set; }

    /// <summary>What it says.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, string.Create(CultureInfo.InvariantCulture, $"h{Math.Min(Level, 6)}"));
        builder.AddAttribute(1, "id", Id);
        builder.AddAttribute(2, "lang", Language);
        builder.AddContent(3, ChildContent);
        builder.CloseElement();
    }
}
