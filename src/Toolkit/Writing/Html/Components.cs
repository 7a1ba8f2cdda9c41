using Microsoft.AspNetCore.Components;
using Toolkit.Model;

namespace Toolkit.Writing.Html;

/// <summary>Base of the components that write a whole page.</summary>
public abstract class PageLayout : ComponentBase
{
    /// <summary>The page to write.</summary>
    [Parameter, EditorRequired]
    public required PageContext Page { get; set; }
}

/// <summary>Base of the components that show one type of block on a page.</summary>
public abstract class BlockView<T> : ComponentBase
    where T : Block
{
    /// <summary>The block to show.</summary>
    [Parameter, EditorRequired]
    public required T Block { get; set; }

    /// <summary>The page it stands on.</summary>
    [Parameter, EditorRequired]
    public required PageContext Page { get; set; }
}
