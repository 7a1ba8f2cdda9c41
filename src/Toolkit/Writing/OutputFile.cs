using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Toolkit.Writing;

/// <summary>A file that a writer made. Nothing touches the output folder until all are there.</summary>
/// <param name="path">Relative to the output folder, with <c>/</c>.</param>
/// <param name="make">
/// Makes its content, the same each time; called whenever that is wanted and not before, so that what follows from
/// something else in memory need not be there too.
/// </param>
/// <param name="fingerprint">What <see cref="Fingerprint"/> says; null where the content has to be asked.</param>
public sealed class OutputFile(string path, Func<byte[]> make, string? fingerprint = null)
{
    private string? _fingerprint = fingerprint;

    /// <summary>A file whose content is there.</summary>
    public OutputFile(string path, byte[] bytes)
        : this(path, () => bytes)
    {
    }

    /// <summary>Relative to the output folder, with <c>/</c>.</summary>
    public string Path => path;

    /// <summary>Its content.</summary>
    public byte[] Bytes => make();

    /// <summary>
    /// A hash in lower-case hexadecimal digits: of the content, or of what the content follows from where the same program made it.
    /// Files of one fingerprint hold the same.
    /// </summary>
    public string Fingerprint => _fingerprint ??= Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>A blank document in one format, as pages link to it and as <c>downloads/index.json</c> lists it.</summary>
/// <param name="File">Path in the output, such as <c>downloads/partner-vetting.docx</c>.</param>
/// <param name="Document">Id of the document.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind"><c>chapter</c>, <c>instrument</c> or <c>guide</c>.</param>
/// <param name="Format">Ending of its format, such as <c>docx</c>.</param>
/// <param name="Page">Output path of the page it belongs to.</param>
/// <param name="Instruments">Instruments that stand in it in full.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, in lower-case hexadecimal digits.</param>
/// <param name="Fields">Field ids in reading order.</param>
/// <param name="WrittenAs">Its format.</param>
public sealed record Download(
    string File,
    string Document,
    string Title,
    string Kind,
    string Format,
    string Page,
    IReadOnlyList<string> Instruments,
    int Bytes,
    string Sha256,
    IReadOnlyList<string> Fields,
    [property: JsonIgnore] IDocumentFormat WrittenAs)
{
    /// <summary>Folder of all downloads in the output.</summary>
    public const string Folder = "downloads/";

    /// <summary>Path of their list in the output.</summary>
    public const string ListPath = Folder + "index.json";

    /// <summary>The bytes themselves.</summary>
    [JsonIgnore]
    public byte[] Content => Read();

    /// <summary>Gives <see cref="Content"/>, the same each time; an <see cref="IOException"/> where it lay in a file that has become another meanwhile.</summary>
    [JsonIgnore]
    public Func<byte[]> Read { get; init; } = () => [];

    /// <summary>Its language, where the site has several and it is not in the first one; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    /// <summary>Whether it is the text alone, without anything to fill in.</summary>
    [JsonIgnore]
    public bool IsText { get; init; }

    /// <summary>Whether the file is not made yet: its size is 0, and in place of its hash stands one of what it will be made of.</summary>
    [JsonIgnore]
    public bool IsLater { get; init; }

    /// <summary>The listing of a file that was just written.</summary>
    public static Download Of(Model.Document document, IDocumentFormat format, Model.SiteSettings settings, byte[] content) =>
        Of(document, format, settings, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))) with { Read = () => content };

    /// <summary>The listing of a file that an earlier run wrote, and that need not be read unless somebody asks for its content.</summary>
    /// <param name="document">What it holds.</param>
    /// <param name="format">What it is written as.</param>
    /// <param name="settings">Of its site, in its language.</param>
    /// <param name="kept">Its size and its hash.</param>
    /// <param name="read">Gives its content.</param>
    internal static Download Kept(Model.Document document, IDocumentFormat format, Model.SiteSettings settings, KeptFile kept, Func<byte[]> read) =>
        Of(document, format, settings, kept.Bytes, kept.Sha256) with { Read = read };

    /// <summary>The listing of a file that a later run will write.</summary>
    /// <param name="document">What it will hold.</param>
    /// <param name="format">What it will be written as.</param>
    /// <param name="settings">Of its site, in its language.</param>
    /// <param name="key">A hash, in hexadecimal digits, of all that it will be made of.</param>
    public static Download Later(Model.Document document, IDocumentFormat format, Model.SiteSettings settings, string key) => Of(document, format, settings, 0, key) with { IsLater = true };

    /// <summary>Path in the output of a document in a format.</summary>
    public static string PathOf(Model.Document document, IDocumentFormat format, Model.SiteSettings settings) => $"{Folder}{settings.Folder}{document.Id}.{format.Ending}";

    private static Download Of(Model.Document document, IDocumentFormat format, Model.SiteSettings settings, int bytes, string hash) => new(
        PathOf(document, format, settings),
        document.Id,
        document.Title,
        document.Kind.ToString().ToLowerInvariant(),
        format.Ending,
        document.Page,
        [.. document.Instruments.Select(i => i.Id)],
        bytes,
        hash,
        [.. document.Fields.Select(f => f.Id.Value)],
        format)
    {
        IsText = document.IsText,
        Language = settings.Folder.Length > 0 ? settings.Language : null,
    };
}
