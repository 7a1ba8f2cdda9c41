using System.Text.RegularExpressions;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>A page before its Markdown is read: where it comes from, what its keys say, where it goes.</summary>
public sealed partial class PageSource
{
    /// <summary>
    /// The keys that a page may have. Names are those of Statiq Web, and of its theme Docable for menus, titles and sidebars, where
    /// these have one; <c>Principle</c>, <c>Document</c> and <c>FirstStep</c> are the toolkit's own. What each does is listed in
    /// <c>docs/authoring.md</c>, what differs from Statiq in <c>docs/statiq.md</c>.
    /// </summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "Title", "Description", "Order", "Published", "Updated", "Author", "Image", "Tags", "Layout", "Xref", "Excluded",
        "ShouldOutput", "RedirectFrom", "IncludeInSitemap", "GatherHeadingsLevel", "ShowInNavigation",
        "NavigationTitle", "BreadcrumbTitle", "NoSidebar", "NoTitle", "EditLink", "Principle", "Document", FirstStep,
    ];

    /// <summary>The key of the home page that names the tool with which a newcomer may begin.</summary>
    internal const string FirstStep = "FirstStep";

    /// <summary>The key of a folder's file that says whether its keys hold for inner folders too.</summary>
    internal const string Recursive = "Recursive";

    private static readonly string[] DocableOnly = ["ShowInSidebar", "NoChildPages"];

    private static readonly string[] Layouts =
        ["home", "page", "chapter", "tool", "tools", "workbook", "downloads", "glossary", "search", "exit"];

    // Front matter that could not be read was said already; that its title is missing too would only distract.
    private bool _unreadable;
    private Dictionary<string, SourcePosition> _positions = [];

    private PageSource(SourceText text, int bodyStart) => (Text, BodyStart) = (text, bodyStart);

    /// <summary>The file.</summary>
    public SourceText Text { get; }

    /// <summary>Offset of the Markdown after the front matter.</summary>
    public int BodyStart { get; }

    /// <summary>The page without its content.</summary>
    public Page Page { get; private set; } = null!;

    /// <summary>Whether it is to be left out.</summary>
    public bool Excluded { get; private set; }

    /// <summary>The addresses that it had before.</summary>
    public IReadOnlyList<OldAddress> OldAddresses { get; private set; } = [];

    /// <summary>Whether its text could not be read, which was said: nothing is known of what stands in it.</summary>
    public bool Unread { get; set; }

    /// <summary>Reads the keys of a page: settings, folders (nearer wins), sidecar, front matter.</summary>
    /// <param name="text">The Markdown file.</param>
    /// <param name="inherited">From the settings first, then from the outermost folder inwards, the sidecar last.</param>
    /// <param name="log">Takes the problems.</param>
    public static PageSource Read(SourceText text, IEnumerable<YamlMap> inherited, ProblemLog log)
    {
        var (front, bodyStart, lineOffset) = FrontMatter(text, log);
        var misplaced = MisplacedKey(text.Text, front, bodyStart);
        if (misplaced is { } at)
        {
            log.Error("TK1041", text.At(at), "Keys stand here, and nothing reads them.", "Keys stand once, between two lines '---' at the very top of the page.");
        }

        var keys = front.Length == 0 ? YamlMap.Empty : YamlMap.Read(text, front, lineOffset, log);
        foreach (var (key, value) in keys.Entries)
        {
            CheckKey(key, value.Position, Keys, log);
        }

        var source = new PageSource(text, bodyStart);
        source._unreadable = (front.Length > 0 && keys.Entries.Count == 0) || (bodyStart == 0 && misplaced is not null);
        source.Resolve([.. inherited, keys], log);
        return source;
    }

    /// <summary>A translation of a page: its file, and the page of that language, whose keys were read.</summary>
    internal static PageSource OfTranslation(SourceText text, int bodyStart, Page page) => new(text, bodyStart) { Page = page };

    /// <summary>Warns of a key that nothing reads.</summary>
    /// <param name="key">As written.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="known">The keys that are read there.</param>
    /// <param name="log">Takes the warning.</param>
    internal static void CheckKey(string key, SourcePosition at, IReadOnlyList<string> known, ProblemLog log)
    {
        if (!known.Contains(key, StringComparer.OrdinalIgnoreCase))
        {
            log.Warning("TK1010", at, $"Nothing reads the key '{key}'.",
                DocableOnly.Contains(key, StringComparer.OrdinalIgnoreCase)
                    ? "Statiq's theme Docable knows it; here no list of pages stands beside a page, so there is nothing for it to do. Take it out."
                    : key.Equals(Recursive, StringComparison.OrdinalIgnoreCase) ? "It is read in _directory.yml alone, where it says whether the keys hold for inner folders too."
                    : Suggestion.For(key, known));
        }
    }

    /// <summary>
    /// Where keys begin that stand in a second front matter, or at the top in a form that Statiq reads and this does not: without a line
    /// before them, between lines of more or fewer hyphens, in a comment. Null where there are none.
    /// </summary>
    private static int? MisplacedKey(string text, string front, int bodyStart)
    {
        var found = SecondFrontMatter().Match(text, bodyStart) is { Success: true } second && (second.Groups["open"].Length > 0 || (bodyStart > 0 && front.Trim().Length == 0)) ? second
            : bodyStart == 0 && !IsBar(text, 0) ? OtherFrontMatter().Match(text) : Match.Empty;
        var keys = found.Groups["key"].Captures;
        return keys.Any(k => Keys.Contains(k.Value, StringComparer.OrdinalIgnoreCase)) ? keys[0].Index : null;
    }

    /// <summary>The lines between the two lines <c>---</c> at the top of a page, where its Markdown begins, and how many lines stand before the keys.</summary>
    internal static (string Front, int BodyStart, int LineOffset) FrontMatter(SourceText text, ProblemLog log)
    {
        if (!IsBar(text.Text, 0))
        {
            return ("", 0, 0);
        }

        var start = text.Text.IndexOf('\n', StringComparison.Ordinal) + 1;
        var end = start == 0 ? -1 : start;
        while (end >= 0 && !IsBar(text.Text, end))
        {
            end = text.Text.IndexOf('\n', end) is >= 0 and var next ? next + 1 : -1;
        }

        if (end < 0)
        {
            log.Error("TK1002", new SourcePosition(text.Path, 1, 1),
                "The front matter that opens with '---' is never closed.", "Add a line '---' after its last key.");
            return ("", 0, 0);
        }

        return (text.Text[start..end], text.Text.IndexOf('\n', end) is >= 0 and var after ? after + 1 : text.Text.Length, 1);
    }

    /// <summary>Whether a line is <c>---</c>; what nobody sees behind it does not count.</summary>
    private static bool IsBar(string text, int line)
    {
        var end = text.IndexOf('\n', line);
        return text.AsSpan(line, (end < 0 ? text.Length : end) - line).TrimEnd(" \t") is "---";
    }

    /// <summary>The name that an author gave a page for links; documents are called by it too.</summary>
    private static string NameForLinks(string name, SourcePosition? at, string otherwise, ProblemLog log)
    {
        if (name.Length == 0)
        {
            return otherwise;
        }

        var trouble = name.AsSpan().ContainsAny('#', '?') ? "holds a '#' or '?', which end a name in a link" : OutputPath.Trouble(name);
        if (trouble is null)
        {
            return name;
        }

        log.Error("TK3025", at, $"The page's name for links is '{OutputPath.Shown(name)}'. It {trouble}, and files are called by it.", $"Write letters, digits and hyphens, such as 'Xref: {otherwise}'.");
        return otherwise;
    }

    private void Resolve(IReadOnlyList<YamlMap> cascade, ProblemLog log)
    {
        YamlMap? Holder(string key) => cascade.LastOrDefault(m => m.Entries.ContainsKey(key));
        SourcePosition? At(string key) => Holder(key)?.At(key);
        IReadOnlyList<string> Texts(string key) => Holder(key)?.Texts(key) ?? [];
        string Say(string key, string otherwise = "") => Holder(key)?[key] ?? otherwise;
        bool Flag(string key, bool otherwise) => WrittenKey.Flag(key, Holder(key)?[key], otherwise, At(key), log);
        int? Number(string key, int from, int to) => WrittenKey.Number(key, Say(key), from, to, At(key), log);
        DateOnly? Day(string key) => WrittenKey.Day(key, Say(key), At(key), log);

        var path = Text.Path;
        var stem = path[..^System.IO.Path.GetExtension(path).Length];
        var name = stem[(stem.LastIndexOf('/') + 1)..];
        var folder = stem.Contains('/', StringComparison.Ordinal) ? stem[..stem.LastIndexOf('/')] : "";
        var xref = name != "index" ? name : folder.Length == 0 ? "home" : folder[(folder.LastIndexOf('/') + 1)..];

        var title = Say("Title");
        if (title.Length == 0)
        {
            title = char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');
            if (!_unreadable)
            {
                log.Warning("TK1012", new SourcePosition(path, 1, 1), "This page has no title.", $"Add front matter: a line '---', 'Title: {title}', a line '---'.");
            }
        }

        var layout = Say("Layout", "page").ToLowerInvariant();
        if (!Layouts.Contains(layout))
        {
            log.Error("TK1013", At("Layout"), $"There is no layout '{layout}'.", Suggestion.For(layout, Layouts));
            layout = "page";
        }

        xref = NameForLinks(Say("Xref"), At("Xref"), xref, log);
        OldAddresses = [.. (Holder("RedirectFrom")?.Items("RedirectFrom") ?? [])
            .Select(i => OldAddress.Read(i.Text, i.Position, log)).OfType<OldAddress>()];
        Excluded = Flag("Excluded", false) || !Flag("ShouldOutput", true);
        _ = Flag("Document", true);
        _ = Say(FirstStep);
        _positions = Keys.Select(key => (key, At(key))).Where(k => k.Item2 is not null).ToDictionary(k => k.key, k => k.Item2!.Value, StringComparer.OrdinalIgnoreCase);
        var principle = Number("Principle", 1, 4);
        Page = new Page
        {
            SourcePath = path,
            OutputPath = stem + ".html",
            Xref = xref,
            HasOwnXref = Say("Xref").Length > 0 && Say("Xref") == xref,
            Title = title,
            Description = Say("Description"),
            Layout = layout,
            Kind = layout switch { "chapter" => PageKind.Chapter, "tool" => PageKind.Tool, _ => PageKind.Plain },
            Order = Number("Order", -10000, 10000) ?? 0,
            Principle = principle,
            Updated = Day("Updated") ?? Day("Published"),
            NavigationTitle = Say("NavigationTitle", title),
            BreadcrumbTitle = Say("BreadcrumbTitle"),
            Author = Say("Author"),
            Tags = Texts("Tags"),
            Image = Say("Image").TrimStart('/'),
            EditLink = Say("EditLink") is { Length: > 0 } link
                ? OutsideAddress.OfKey("EditLink", link, AddressKinds.Https | AddressKinds.Http | AddressKinds.Mailto, At("EditLink"), log) ?? ""
                : "",
            NoTitle = Flag("NoTitle", false),
            NoSidebar = Flag("NoSidebar", false),
            GatherHeadingsLevel = Number("GatherHeadingsLevel", 1, 6) ?? 2,
            ShowInNavigation = Flag("ShowInNavigation", false),
            IncludeInSitemap = Flag("IncludeInSitemap", true),
            RedirectFrom = [.. OldAddresses.Select(a => a.Path)],
            Metadata = cascade.SelectMany(m => m.Entries)
                .Where(e => e.Value.Scalar is not null)
                .GroupBy(e => e.Key, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(g => g.Key, g => g.Last().Value.Scalar!, StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>Where a key of the page stands, in its front matter or in a file that it inherits from, for checks of the whole site.</summary>
    public SourcePosition PositionOf(string key) => _positions.TryGetValue(key, out var at) ? at : new SourcePosition(Text.Path, 1, 1);

    [GeneratedRegex(@"\G\s*(?<open>---[ \t]*\n)?(?<key>[A-Za-z]+):.*\n(?:(?<key>[A-Za-z]+):.*\n|[ \t]+.*\n|- .*\n)*---[ \t]*(?:\n|\z)")]
    private static partial Regex SecondFrontMatter();

    [GeneratedRegex(@"\A(?:(?:-+|<!---+|/\*-+|@\*-+)[ \t]*\n)?(?<key>[A-Za-z]+):.*\n(?:(?<key>[A-Za-z]+):.*\n|[ \t]+.*\n|- .*\n)*-+(?:-->|\*/|\*@)?[ \t]*(?:\n|\z)")]
    private static partial Regex OtherFrontMatter();
}
