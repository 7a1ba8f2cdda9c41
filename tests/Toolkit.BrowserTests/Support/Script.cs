using System.Reflection;

namespace Toolkit.BrowserTests.Support;

/// <summary>Scripts that tests run in the page: each is a file of its own in <c>Scripts/</c>, where editors know what it is.</summary>
internal static class Script
{
    /// <summary>The text of a script.</summary>
    /// <param name="name">Its file's name without ending.</param>
    /// <exception cref="FileNotFoundException">There is none of this name.</exception>
    public static string Named(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Scripts/{name}.js")
            ?? throw new FileNotFoundException($"tests/Toolkit.BrowserTests/Scripts/{name}.js is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
