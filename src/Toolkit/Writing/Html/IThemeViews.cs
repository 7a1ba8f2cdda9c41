namespace Toolkit.Writing.Html;

/// <summary>What the theme offers the page writer: Razor components by name of a layout and by type of a block.</summary>
public interface IThemeViews
{
    /// <summary>The component that writes a whole page: a <see cref="PageLayout"/>. An unknown name gives the layout <c>page</c>.</summary>
    Type Layout(string name);

    /// <summary>The <see cref="BlockView{T}"/> of a type of block; null where the theme has none.</summary>
    Type? View(Type blockType);
}
