using System.IO.Compression;
using Toolkit.Tests.Support;
using Toolkit.Writing;

namespace Toolkit.BrowserTests.Support;

/// <summary>A stick with the .zip unpacked on it, in a folder as people name theirs.</summary>
public sealed class Stick : IDisposable
{
    private readonly TemporaryFolder _stick = new();

    /// <summary>Full path of the unpacked folder.</summary>
    public string Folder => File("Für das Team (neu) 100% #2/パートナー & more");

    /// <summary>How a browser is set up that opens it.</summary>
    public VisitOptions Options => new() { FromDisk = true, Folder = Folder };

    /// <summary>Full path of a file beside the folder.</summary>
    public string File(string name) => _stick.File(name);

    /// <summary>Unpacks what the site offers.</summary>
    public Task UnpackAsync(GuideSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return ZipFile.ExtractToDirectoryAsync(Path.Combine(site.Output, WholeToolkit.Path), Folder);
    }

    /// <summary>Where a browser finds a page of the folder.</summary>
    public string AddressOf(string page) => new Uri(Path.Combine(Folder, ".")).AbsoluteUri.TrimEnd('.') + page;

    /// <inheritdoc/>
    public void Dispose() => _stick.Dispose();
}
