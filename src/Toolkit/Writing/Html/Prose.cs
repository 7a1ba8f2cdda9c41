using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Toolkit.Model;

namespace Toolkit.Writing.Html;

/// <summary>Shows blocks: prose as ready markup, all other blocks with the theme's views.</summary>
public sealed class Prose : ComponentBase
{
    /// <summary>The blocks.</summary>
    [Parameter, EditorRequired]
    public required IEnumerable<Block> Blocks { get; set; }

    /// <summary>The page they stand on.</summary>
    [Parameter, EditorRequired]
    public required PageContext Page { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var fragment in ProseHtml.Blocks(Blocks, Page))
        {
            if (fragment.Block is not { } block)
            {
                builder.AddMarkupContent(0, fragment.Markup);
                continue;
            }

            var view = Page.Shared.Views.View(block.GetType())
                ?? throw new NotSupportedException($"The theme has no view for {block.GetType().Name}");
            builder.OpenComponent(1, view);
            builder.AddComponentParameter(2, nameof(Block), block);
            builder.AddComponentParameter(3, nameof(Page), Page);
            builder.CloseComponent();
        }
    }
}

/// <summary>Shows running text.</summary>
public sealed class Inlines : ComponentBase
{
    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public required IEnumerable<Inline> Of { get; set; }

    /// <summary>The page it stands on.</summary>
    [Parameter, EditorRequired]
    public required PageContext Page { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        builder.AddMarkupContent(0, ProseHtml.Inlines(Of, Page));
}
