namespace Toolkit.Model;

/// <summary>A language of a site: the first one is the source, the others are made of it.</summary>
/// <param name="Code">BCP 47 tag, such as <c>es</c>; the name of its folder in the input and in the output too.</param>
/// <param name="Name">What its own speakers call it, such as <c>Español</c>.</param>
public sealed record SiteLanguage(string Code, string Name)
{
    // What the languages of agencies and of those whom they serve call themselves; the program runs without the cultures of the system.
    private static readonly Dictionary<string, string> Names = """
        en=English es=Español fr=Français pt=Português ht=Kreyòl·ayisyen de=Deutsch it=Italiano nl=Nederlands pl=Polski ro=Română ru=Русский
        uk=Українська ar=العربية fa=فارسی prs=دری ps=پښتو ur=اردو he=עברית zh=中文 ja=日本語 ko=한국어 vi=Tiếng·Việt tl=Tagalog fil=Filipino
        hi=हिन्दी bn=বাংলা ne=नेपाली pa=ਪੰਜਾਬੀ so=Soomaali sw=Kiswahili am=አማርኛ ti=ትግርኛ th=ไทย km=ខ្មែរ my=မြန်မာ hmn=Hmoob
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1].Replace('·', ' '), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> RightToLeft = new(["ar", "fa", "prs", "ps", "ur", "he", "yi", "ckb", "sd", "ug", "dv", "syr", "arc", "nqo"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> ScriptsToTheLeft = new(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Where its lines begin, as HTML says it: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => Code.Split('-').Skip(1).FirstOrDefault(part => part.Length == 4 && char.IsAsciiLetter(part[0])) is { } script
        ? (ScriptsToTheLeft.Contains(script) ? "rtl" : "ltr")
        : (RightToLeft.Contains(Code.Split('-')[0]) ? "rtl" : "ltr");

    /// <summary>The folder that holds its pages, with a slash at its end: in the input, and in the output.</summary>
    public string Folder => Code + "/";

    /// <summary>What a language calls itself, by its tag or by that without country; null where that is not known here.</summary>
    public static string? NameOf(string code) => Names.GetValueOrDefault(code) ?? Names.GetValueOrDefault(code.Split('-')[0]);
}
