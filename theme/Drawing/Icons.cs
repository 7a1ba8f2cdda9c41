using Microsoft.AspNetCore.Components;

namespace Toolkit.Theme.Drawing;

/// <summary>Small drawings; each stands beside words that say the same.</summary>
internal static class Icons
{
    private const string Hidden = "aria-hidden=\"true\" focusable=\"false\"";

    /// <summary>The mark: two strands over and under two others.</summary>
    public static MarkupString Logo { get; } = new(
        $"<svg width=\"40\" height=\"40\" viewBox=\"0 0 40 40\" fill=\"none\" stroke-width=\"6\" {Hidden}>"
        + "<g stroke-linecap=\"round\"><path class=\"th2\" d=\"M4 13H36\"/><path class=\"th4\" d=\"M4 27H36\"/></g>"
        + "<path class=\"gap\" stroke-width=\"10\" d=\"M13 8V32M27 8V32\"/>"
        + "<g stroke-linecap=\"round\"><path class=\"th1\" d=\"M13 4V36\"/><path class=\"th3\" d=\"M27 4V36\"/></g>"
        + "<path class=\"gap\" stroke-width=\"10\" d=\"M21 13H33M7 27H19\"/>"
        + "<path class=\"th2\" d=\"M20.5 13H33.5\"/><path class=\"th4\" d=\"M6.5 27H19.5\"/></svg>");

    /// <summary>An arrow out of a frame.</summary>
    public static MarkupString Exit { get; } = new(
        $"<svg width=\"17\" height=\"15\" viewBox=\"0 0 17 15\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.2\" {Hidden}>"
        + "<path d=\"M7 1.5H1.5v12H7M6 7.5h9M11.5 3.5l4 4-4 4\"/></svg>");

    /// <summary>An exclamation mark in a ring.</summary>
    public static MarkupString Heed { get; } = new(
        $"<svg width=\"28\" height=\"28\" viewBox=\"0 0 28 28\" fill=\"none\" stroke=\"currentColor\" {Hidden}>"
        + "<circle cx=\"14\" cy=\"14\" r=\"12.5\" stroke-width=\"2.5\"/><path d=\"M14 7v9M14 19.5v2\" stroke-width=\"3\" stroke-linecap=\"round\"/></svg>");
}
