using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Toolkit.Words;

namespace Toolkit.Theme.Parts;

/// <summary>Texts of the catalogue whose gaps hold more than text.</summary>
internal static class Filled
{
    /// <summary>A text with an element in each gap.</summary>
    /// <param name="phrase">The text.</param>
    /// <param name="values">What stands in each gap, in their order.</param>
    public static RenderFragment With(Phrase phrase, params RenderFragment[] values) => builder =>
    {
        foreach (var piece in phrase.Around(text => Text(text), values))
        {
            piece(builder);
        }
    };

    /// <summary>Plain text to stand in a gap.</summary>
    public static RenderFragment Text(string text) => builder => builder.AddContent(0, text);

    /// <summary>Plain text, marked where it is in another language than the page.</summary>
    public static RenderFragment In(string text, string language) => builder =>
    {
        if (language.Length == 0)
        {
            builder.AddContent(0, text);
            return;
        }

        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "lang", language);
        builder.AddContent(2, text);
        builder.CloseElement();
    };

    /// <summary>A text of which only what stands in its gap is seen: what is around it is for screen readers.</summary>
    /// <param name="phrase">The text, with one gap.</param>
    /// <param name="seen">What stands in the gap.</param>
    public static RenderFragment Aloud(Phrase phrase, RenderFragment seen) => Around(phrase, seen, "vh");

    /// <summary>The same for plain text.</summary>
    public static RenderFragment Aloud(Phrase phrase, string seen) => Around(phrase, Text(seen), "vh");

    /// <summary>A text whose words around the gap stand in an element of their own.</summary>
    /// <param name="phrase">The text, with one gap.</param>
    /// <param name="value">What stands in the gap.</param>
    /// <param name="cssClass">Class of the elements around it; null for none.</param>
    public static RenderFragment Around(Phrase phrase, RenderFragment value, string? cssClass) => builder =>
    {
        var (before, after) = phrase.Beside();
        Span(builder, before, cssClass);
        value(builder);
        Span(builder, after, cssClass);
    };

    private static void Span(RenderTreeBuilder builder, string text, string? cssClass)
    {
        if (text.Length > 0)
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", cssClass);
            builder.AddContent(2, text);
            builder.CloseElement();
        }
    }
}
