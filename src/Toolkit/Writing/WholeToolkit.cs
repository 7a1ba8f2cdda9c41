using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Toolkit.Writing;

/// <summary>All pages and files of the site in one .zip, as the page of downloads offers it and <c>downloads/index.json</c> lists it.</summary>
/// <param name="File">Path in the output.</param>
/// <param name="Title">The site's name.</param>
/// <param name="Kind"><c>site</c>, where documents say theirs.</param>
/// <param name="Format">Ending of its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, in lower-case hexadecimal digits.</param>
public sealed record WholeToolkit(string File, string Title, string Kind, string Format, int Bytes, string Sha256)
{
    /// <summary>Path in the output.</summary>
    public const string Path = Download.Folder + "partnership-toolkit.zip";

    /// <summary>The page in it that people open.</summary>
    public const string StartPage = "start.html";

    /// <summary>The .zip itself.</summary>
    [JsonIgnore]
    public byte[] Content { get; init; } = [];

    /// <summary>The listing of a .zip that was just written.</summary>
    public static WholeToolkit Of(string title, byte[] zip) =>
        new(Path, title, "site", "zip", zip.Length, Convert.ToHexStringLower(SHA256.HashData(zip))) { Content = zip };
}
