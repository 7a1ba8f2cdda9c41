namespace Toolkit.BrowserTests.Support;

/// <summary>Windows as people have them.</summary>
public static class Screen
{
    /// <summary>A phone where narrow, else a laptop.</summary>
    public static VisitOptions Of(int width) => new() { Width = width, Height = width < 768 ? 640 : 800 };
}
