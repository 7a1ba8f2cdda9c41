using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Toolkit.Tests.Support;
using Toolkit.Writing.Html;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>Headers have one model; what hosts are told comes from it.</summary>
public sealed class DeployTests
{
    private const string Start = "# Headers: written from src/Toolkit/Writing/Html/SecurityHeaders.cs, held by a test.\n";

    /// <summary>Headers of the guide of this repository, which has several languages.</summary>
    private static readonly SecurityHeaders Ours = SecurityHeaders.With(HashedAssets.FirstSheetOf(ThemeAssets.Load(Repository.At("theme/dist")), severalLanguages: true));

    [Fact]
    public void Netlify_sends_the_headers_of_the_model()
    {
        var text = Repository.Read("netlify.toml");
        var at = text.IndexOf(Start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("TOOLKIT_ACCEPT") == "1")
        {
            File.WriteAllText(Repository.At("netlify.toml"), (at < 0 ? text : text[..at]) + Start + Blocks());
            return;
        }

        Assert.True(at > 0);
        Assert.Equal(Blocks(), text[(at + Start.Length)..]);
    }

    [Fact]
    public void The_policy_lets_nothing_in_from_elsewhere_no_inline_script_and_one_sheet_by_its_hash()
    {
        var policy = Ours.ContentSecurityPolicy.Split("; ").Select(directive => directive.Split(' ', 2)).ToDictionary(words => words[0], words => words[1]);

        // Of these, most take nothing from the first one: what is not said there is allowed.
        Assert.All(
            ["default-src", "form-action", "base-uri", "object-src", "frame-src", "frame-ancestors"],
            directive => Assert.Equal("'none'", policy.GetValueOrDefault(directive)));
        Assert.Equal("'self' data: blob:", policy["img-src"]);
        Assert.All(
            policy.Where(directive => directive.Key.EndsWith("-src", StringComparison.Ordinal) && directive.Key is not ("img-src" or "style-src")),
            directive => Assert.Contains(directive.Value, new[] { "'self'", "'none'" }));
        Assert.Matches("^'self' 'sha256-[A-Za-z0-9+/]{43}='$", policy["style-src"]);
        Assert.Equal("style-src 'self'", SecurityHeaders.Plain.ContentSecurityPolicy.Split("; ").Single(directive => directive.StartsWith("style", StringComparison.Ordinal)));
        Assert.Equal("'script'", policy.GetValueOrDefault("require-trusted-types-for"));
        Assert.Equal("toolkit toolkit-worker", policy.GetValueOrDefault("trusted-types"));
    }

    [Theory]
    [InlineData("Strict-Transport-Security", "max-age=63072000; includeSubDomains")]
    [InlineData("X-Frame-Options", "DENY")]
    [InlineData("Referrer-Policy", "no-referrer")]
    [InlineData("X-Content-Type-Options", "nosniff")]
    public void The_headers_insist_on_https_forbid_frames_and_tell_nobody_where_people_come_from(string name, string value) =>
        Assert.Contains((name, value), Ours.All);

    [Fact]
    public void Pages_carry_the_policy_for_hosts_without_headers()
    {
        // Browsers refuse the whole directive list of a meta tag that says who may frame the page.
        Assert.DoesNotContain("frame-ancestors", Ours.MetaPolicy, StringComparison.Ordinal);
        Assert.Contains("MetaPolicy", Repository.Read("theme/Layouts/Shell.razor"), StringComparison.Ordinal);
    }

    /// <summary>What each host is told to send with a page and with a file that never changes, as its own language says it.</summary>
    public static TheoryData<string> Hosts() => [.. HostHeaders.ByHost.Keys];

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Every_host_is_told_the_headers_of_the_model_and_the_policy_of_the_pages(string host)
    {
        var text = HostHeaders.ByHost[host](new HostedSite("/sub/path", new Dictionary<string, string> { [".docx"] = "application/x-made-up" }) { Headers = Ours });
        var told = Told(host, text);

        Assert.Equal(
            [.. Ours.All.Where(h => h.Name != "Cache-Control").Select(h => $"{h.Name}: {h.Value}")],
            [.. told.Where(h => h.Name != "Cache-Control").Select(h => $"{h.Name}: {h.Value}")]);
        Assert.Contains(told, h => h == ("Cache-Control", "public, max-age=31536000, immutable"));
        // Netlify lets browsers ask anew by itself.
        Assert.Equal(host != "netlify", told.Contains(("Cache-Control", "no-cache")));
        var policy = Assert.Single(told, h => h.Name == "Content-Security-Policy").Value;
        Assert.Equal(Ours.MetaPolicy, policy.Replace("; frame-ancestors 'none'", "", StringComparison.Ordinal));
        if (host != "netlify")
        {
            Assert.Contains("404.html", text, StringComparison.Ordinal);
            Assert.Equal(host != "nginx", text.Contains("application/x-made-up", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_page_for_missing_addresses_and_files_that_last_are_looked_for_under_the_path_of_the_site() => Assert.All(["nginx", "apache", "caddy"], host =>
    {
        var text = HostHeaders.ByHost[host](new HostedSite("/sub.path", new Dictionary<string, string>()));

        Assert.Contains("\"/sub.path/404.html\"", text, StringComparison.Ordinal);
        Assert.Matches(@"/sub\\*\.path/assets/", text);
    });

    [Theory]
    [InlineData("nginx", "if ($uri ~ \"^/sub/es/\") { set $toolkit_missing \"/sub/es/404.html\"; }")]
    [InlineData("apache", "<If \"%{REQUEST_URI} =~ m#^/sub/es/#\">\n  ErrorDocument 404 \"/sub/es/404.html\"\n</If>")]
    [InlineData("caddy", "    path \"/sub/es/*\"\n  }\n  handle @toolkit_missing0 {")]
    [InlineData("caddy", "    rewrite * \"/sub/es/404.html\"")]
    [InlineData("iis", "<location path=\"es\">")]
    [InlineData("iis", "path=\"es\\404.html\"")]
    public void Each_language_has_a_page_of_its_own_for_missing_addresses(string host, string expected)
    {
        var one = new HostedSite("/sub", new Dictionary<string, string>());

        Assert.Contains(expected, HostHeaders.ByHost[host](one with { Folders = ["es/"] }), StringComparison.Ordinal);
        Assert.DoesNotContain("/es", HostHeaders.ByHost[host](one), StringComparison.Ordinal);
    }

    /// <summary>Names and values in the order in which a host is told of them.</summary>
    private static (string Name, string Value)[] Told(string host, string text) => host == "iis"
        ? [.. XDocument.Parse(text).Descendants("customHeaders").Elements("add").Select(add => ((string)add.Attribute("name")!, (string)add.Attribute("value")!))]
        :
        [
            .. Regex.Matches(text, host switch
            {
                "netlify" => "^  (?<name>[A-Z][A-Za-z-]+): (?<value>.+)$",
                "nginx" => "^add_header (?<name>[A-Z][A-Za-z-]+) \"(?<value>.+)\" always;$|(?<name>\\$toolkit_keep) \"(?<value>.+?)\";",
                "apache" => "^Header always set (?<name>[A-Z][A-Za-z-]+) \"(?<value>.+?)\"",
                _ => "^ +\\??(?<name>[A-Z][A-Za-z-]+) \"(?<value>.+)\"$|^header @toolkit_assets (?<name>Cache-Control) \"(?<value>.+)\"$",
            }, RegexOptions.Multiline).Select(m => (m.Groups["name"].Value.Replace("$toolkit_keep", "Cache-Control", StringComparison.Ordinal), m.Groups["value"].Value)),
        ];

    /// <summary>What <c>_headers</c> says, as Netlify's own file writes it.</summary>
    private static string Blocks()
    {
        var text = new StringBuilder();
        foreach (var line in HostHeaders.Netlify(Ours).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('/'))
            {
                text.Append($"\n[[headers]]\n  for = \"{line}\"\n  [headers.values]\n");
            }
            else
            {
                var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)].Trim(), line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
                text.Append($"    {name} = \"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\"\n");
            }
        }

        return text.ToString();
    }
}
