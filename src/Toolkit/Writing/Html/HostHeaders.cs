using System.Text;
using System.Text.RegularExpressions;

namespace Toolkit.Writing.Html;

/// <summary>
/// Tells hosts to send <see cref="SecurityHeaders"/>, each in its own language: fragments of configuration that
/// <c>toolkit headers</c> prints. A missing file is never kept for good, whatever its name: it may come with the next version.
/// </summary>
public static class HostHeaders
{
    /// <summary>The file of an output that tells <see cref="Netlify"/>.</summary>
    public const string File = "_headers";

    /// <summary>Hosts by the name that the command line knows, in alphabetical order.</summary>
    public static IReadOnlyDictionary<string, Func<HostedSite, string>> ByHost { get; } = new SortedDictionary<string, Func<HostedSite, string>>(StringComparer.Ordinal)
    {
        ["apache"] = Apache,
        ["caddy"] = Caddy,
        ["iis"] = Iis,
        ["netlify"] = site => Netlify(site.Headers),
        ["nginx"] = Nginx,
    };

    /// <summary>The file <c>_headers</c>, which Netlify and Cloudflare Pages read; they let browsers ask anew by themselves.</summary>
    public static string Netlify(SecurityHeaders headers)
    {
        var text = new StringBuilder("/*\n");
        foreach (var (name, value) in Lasting(headers))
        {
            text.Append($"  {name}: {value}\n");
        }

        return text.Append($"/{HashedAssets.Folder}*\n  {SecurityHeaders.CacheControl}: {SecurityHeaders.Forever}\n").ToString();
    }

    /// <summary>
    /// A fragment for a <c>server</c> block of nginx. It opens no <c>location</c>: one that matched would take the place of
    /// those of the host, and nginx drops the headers of the outside where a <c>location</c> adds its own.
    /// </summary>
    public static string Nginx(HostedSite site)
    {
        var text = new StringBuilder(Lead("the server block", "a location that has an add_header of its own drops all of these: put none there"));
        text.Append("charset utf-8;\n");
        text.Append($"set $toolkit_keep {Quoted(SecurityHeaders.AskAnew)};\n");
        text.Append($"if ($uri ~ {Quoted("^" + Regex.Escape(site.Assets))}) {{ set $toolkit_keep {Quoted(SecurityHeaders.Forever)}; }}\n");
        foreach (var (name, value) in Lasting(site.Headers))
        {
            text.Append($"add_header {name} {Quoted(value)} always;\n");
        }

        text.Append($"add_header {SecurityHeaders.CacheControl} $toolkit_keep always;\n");
        if (site.Folders.Count == 0)
        {
            return text.Append($"error_page 404 {Quoted(site.NotFound)};\n").ToString();
        }

        text.Append($"set $toolkit_missing {Quoted(site.NotFound)};\n");
        foreach (var folder in site.Folders)
        {
            text.Append($"if ($uri ~ {Quoted("^" + Regex.Escape(site.In(folder)))}) {{ set $toolkit_missing {Quoted(site.NotFoundIn(folder))}; }}\n");
        }

        return text.Append("error_page 404 $toolkit_missing;\n").ToString();
    }

    /// <summary>
    /// For Apache: lines for a virtual host, a <c>Directory</c> block or a file <c>.htaccess</c>. They need the modules headers
    /// and mime; without them Apache refuses to start, which is better than pages without headers.
    /// </summary>
    public static string Apache(HostedSite site)
    {
        var text = new StringBuilder(Lead("the virtual host, its Directory block, or .htaccess", "needs the modules headers and mime (a2enmod headers mime)"));
        text.Append("AddDefaultCharset utf-8\n");
        foreach (var (ending, type) in site.MediaTypes)
        {
            text.Append($"AddType {type} {ending}\n");
        }

        foreach (var (name, value) in site.Headers.All)
        {
            text.Append($"Header always set {name} {Quoted(value)}\n");
        }

        // An answer without the file (304) counts too: what it says takes the place of what was said with the file.
        text.Append($"Header always set {SecurityHeaders.CacheControl} {Quoted(SecurityHeaders.Forever)} \"expr=%{{REQUEST_STATUS}} -lt 400 && %{{REQUEST_URI}} =~ m#^{Regex.Escape(site.Assets)}#\"\n");
        text.Append($"ErrorDocument 404 {Quoted(site.NotFound)}\n");
        foreach (var folder in site.Folders)
        {
            text.Append($"<If \"%{{REQUEST_URI}} =~ m#^{Regex.Escape(site.In(folder))}#\">\n  ErrorDocument 404 {Quoted(site.NotFoundIn(folder))}\n</If>\n");
        }

        return text.ToString();
    }

    /// <summary>A fragment for a site block of a Caddyfile, beside its <c>root</c> and <c>file_server</c>.</summary>
    public static string Caddy(HostedSite site)
    {
        var text = new StringBuilder(Lead("the site block", "beside root and file_server"));
        text.Append($"@toolkit_assets path {Quoted(site.Assets + "*")}\nheader @toolkit_assets {SecurityHeaders.CacheControl} {Quoted(SecurityHeaders.Forever)}\n");
        var endings = site.MediaTypes.ToList();
        for (var i = 0; i < endings.Count; i++)
        {
            text.Append($"@toolkit_type{i} path *{endings[i].Key}\nheader @toolkit_type{i} Content-Type {Quoted(endings[i].Value)}\n");
        }

        text.Append("header {\n");
        foreach (var (name, value) in Lasting(site.Headers))
        {
            text.Append($"  {name} {Quoted(value)}\n");
        }

        text.Append($"  ?{SecurityHeaders.CacheControl} {Quoted(SecurityHeaders.AskAnew)}\n}}\n");
        // What handles an error first handles it alone: those of languages come before.
        var own = string.Concat(site.Folders.Select((folder, i) => $$"""
              @toolkit_missing{{i}} {
                expression {http.error.status_code} == 404
                path {{Quoted(site.In(folder) + "*")}}
              }
              handle @toolkit_missing{{i}} {
                header {{SecurityHeaders.CacheControl}} {{Quoted(SecurityHeaders.AskAnew)}}
                header -Content-Type
                rewrite * {{Quoted(site.NotFoundIn(folder))}}
                file_server
              }

            """.ReplaceLineEndings("\n")));
        return text.Append($$"""
            handle_errors {
            {{own}}  @toolkit_missing expression {http.error.status_code} == 404
              handle @toolkit_missing {
                header {{SecurityHeaders.CacheControl}} {{Quoted(SecurityHeaders.AskAnew)}}
                header -Content-Type
                rewrite * {{Quoted(site.NotFound)}}
                file_server
              }
            }

            """.ReplaceLineEndings("\n")).ToString();
    }

    /// <summary>
    /// A <c>web.config</c> for IIS, which belongs into the published folder. What may be there already is removed before it is
    /// added: IIS refuses a second one.
    /// </summary>
    public static string Iis(HostedSite site)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <system.webServer>\n    <staticContent>\n");
        foreach (var (ending, type) in site.MediaTypes)
        {
            text.Append($"      <remove fileExtension=\"{HtmlText.Escape(ending)}\" />\n      <mimeMap fileExtension=\"{HtmlText.Escape(ending)}\" mimeType=\"{HtmlText.Escape(type)}\" />\n");
        }

        text.Append("    </staticContent>\n");
        AddIis(text, "    ", site.Headers.All);
        // By file: IIS then keeps the status 404, and the page's links start at the site's own path.
        text.Append("    <httpErrors errorMode=\"Custom\" existingResponse=\"Replace\">\n      <remove statusCode=\"404\" />\n      <error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" />\n    </httpErrors>\n");
        text.Append($"  </system.webServer>\n  <location path=\"{HashedAssets.Folder.TrimEnd('/')}\">\n    <system.webServer>\n");
        AddIis(text, "      ", [(SecurityHeaders.CacheControl, SecurityHeaders.Forever)]);
        text.Append("    </system.webServer>\n  </location>\n");
        foreach (var folder in site.Folders.Select(f => f.TrimEnd('/')))
        {
            text.Append($"  <location path=\"{HtmlText.Escape(folder)}\">\n    <system.webServer>\n      <httpErrors>\n        <remove statusCode=\"404\" />\n        <error statusCode=\"404\" path=\"{HtmlText.Escape(folder)}\\404.html\" responseMode=\"File\" />\n      </httpErrors>\n    </system.webServer>\n  </location>\n");
        }

        return text.Append("</configuration>\n").ToString();
    }

    private static void AddIis(StringBuilder text, string indent, IEnumerable<(string Name, string Value)> headers)
    {
        text.Append($"{indent}<httpProtocol>\n{indent}  <customHeaders>\n");
        foreach (var (name, value) in headers)
        {
            text.Append($"{indent}    <remove name=\"{HtmlText.Escape(name)}\" />\n{indent}    <add name=\"{HtmlText.Escape(name)}\" value=\"{HtmlText.Escape(value)}\" />\n");
        }

        text.Append($"{indent}  </customHeaders>\n{indent}</httpProtocol>\n");
    }

    private static IEnumerable<(string Name, string Value)> Lasting(SecurityHeaders headers) => headers.All.Where(h => h.Name != SecurityHeaders.CacheControl);

    private static string Lead(string place, string needs) => $"# Written by 'toolkit headers'. It belongs into {place};\n# {needs}.\n";

    /// <summary>A value as nginx, Apache and Caddy read it.</summary>
    private static string Quoted(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

/// <summary>What a host has to know of a site besides its headers.</summary>
/// <param name="LinkRoot">Path under the host: empty, or with a leading and no final slash.</param>
/// <param name="MediaTypes">Types that not every host knows, by ending with its dot.</param>
public sealed record HostedSite(string LinkRoot, IReadOnlyDictionary<string, string> MediaTypes)
{
    /// <summary>What every answer carries.</summary>
    public SecurityHeaders Headers { get; init; } = SecurityHeaders.Plain;

    /// <summary>Folders of languages besides the first, each with a slash at its end: they have a page of their own for what is not there.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Where the folder of a language is, with a slash at both ends.</summary>
    public string In(string folder) => $"{LinkRoot}/{folder}";

    /// <summary>Where the page of a language for addresses that lead nowhere is.</summary>
    public string NotFoundIn(string folder) => In(folder) + HtmlWriter.NotFoundPath;

    /// <summary>Where the files with hashed names are, with a slash at both ends.</summary>
    public string Assets => $"{LinkRoot}/{HashedAssets.Folder}";

    /// <summary>Where the page for addresses that lead nowhere is.</summary>
    public string NotFound => $"{LinkRoot}/{HtmlWriter.NotFoundPath}";
}
