using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Reading;

/// <summary>The one rule for addresses: what it takes, and every disguise at every place where an author can give one.</summary>
public sealed class OutsideAddressTests
{
    /// <summary>Addresses that no place takes.</summary>
    public static readonly IReadOnlyList<string> Attacks =
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "JaVaScRiPt://example.org/%0Aalert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
        "\u0001javascript:alert(1)", " javascript:alert(1)", "\u200Bjavascript:alert(1)", "javascript\u200B:alert(1)", "javascript&colon;alert(1)",
        "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd", "blob:https://example.org/1", "filesystem:https://example.org/x",
        "view-source:https://example.org/", "about:blank", "chrome://settings", "ms-settings:privacy", "intent://example.org#Intent;end", "ftp://example.org/x", "ws://example.org/", "urn:x:y", "jar:https://example.org!/x",
        "//example.org/x", "///example.org", "\\\\example.org\\x", "/\\example.org", "\\/example.org", "https:\\\\example.org", "https:/\\example.org", "https:/example.org", "https:example.org", "https:///example.org", "https://",
        "https://user@example.org/", "https://user:secret@example.org/", "https://good.example@evil.example/", "https://good.example%40evil.example/", "https://exam%70le.org/", "https://%65xample.org",
        "https://example.org\u202Egro.live/", "https://example.org/\u202Efdp.exe", "https://example.org/%E2%80%AEfdp.exe", "https://exam\u200Bple.org/", "https://exa\u00ADmple.org/", "https://example.org/a\u2028b", "https://example.org/a b", "https://example.org/a\u00A0b",
        "https://example.org/%00", "https://example.org/%0D%0ASet-Cookie:x", "https://example.org/%zz", "https://example.org/%",
        "https://ｅｘａｍｐｌｅ.org/", "https://example。org/", "https://ⓔxample.org/", "https://𝐞xample.org/", "https://exam℀ple.org/", "https://example.org／evil.example/",
        "https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/", "https://0177.0.0.1/", "https://example.0x1/", "https://[::1]/", "https://localhost/", "https://intranet/wiki", "https://example..org/", "https://.example.org/", "https://-example.org/", "https://example-.org/",
        "https://example.org:99999/", "https://example.org:0/", "https://example.org:/", "https://example.org:80a/", "https://exam_ple!.org/", "https://example.org\"onclick=x", "https://example.org/<b>", "https://example.org/`x`",
        "https", "https:", "example.org", "www.example.org", "some words", "nonsense", "?", "#top", "../x", "mailto:", "mailto:nobody", "mailto:a@b", "mailto:a@example.org?attach=/etc/passwd", "mailto:a@example.org?subject=x%0D%0ABcc:b@example.org",
        "mailto:a@example.org%0D%0Ax", "tel:", "tel:x", "tel:*21*5550100#", "tel:%2A21", "sms:", "sms:x", "sms:5550100?tobody=x",
    ];

    /// <summary>Addresses that a link in the text may lead to.</summary>
    public static TheoryData<string> Right() =>
    [
        "https://example.org", "https://example.org/", "HTTPS://Example.ORG/Path?q=1&r=%20#frag", "https://example.org:8443/x", "https://a.b.c.example.org/~x/(y)/z;1,2=3", "https://xn--mnchen-3ya.example/", "https://example.org./",
        "https://example.org/%E2%82%AC", "https://example.org/ü", "https://my_site.example.org/", "https://example.org/a%0", "mailto:name@example.org", "mailto:first.last+tag@example.org,other@example.org?subject=Hello&body=One%0D%0ATwo",
        "tel:+1-555-0100", "tel:5550100;ext=12", "sms:233733", "sms:+15550100?body=HELP",
    ];

    [Theory]
    [MemberData(nameof(Right))]
    public void What_a_browser_follows_as_it_reads_is_taken(string address)
    {
        var right = address != "https://example.org/a%0";

        var judged = OutsideAddress.Judge(address, AddressKinds.Link);

        Assert.Equal(right, judged.Code is null);
        if (right)
        {
            Assert.Equal(address, judged.Address, ignoreCase: true);
        }
    }

    [Fact]
    public void An_open_line_and_letters_of_other_scripts_are_taken_with_a_word()
    {
        Assert.True(OutsideAddress.Judge("http://example.org/x", AddressKinds.Link) is { Code: null, IsOpen: true });
        var cyrillic = OutsideAddress.Judge("https://\u0440\u0430ypal.example/x", AddressKinds.Link);
        Assert.True(cyrillic is { Code: null, HasForeignHost: true });
        Assert.Equal("https://xn--ypal-43d9g.example/x", cyrillic.Address);
        Assert.Equal("https://xn--mnchen-3ya.example", OutsideAddress.Judge("https://München.example", AddressKinds.Https).Address);
        Assert.Equal("mailto:a@xn--mnchen-3ya.example", OutsideAddress.Judge("mailto:a@münchen.example", AddressKinds.Mailto).Address);
    }

    [Fact]
    public void No_attack_is_taken_wherever_addresses_are_taken()
    {
        foreach (var kinds in new[] { AddressKinds.Link, AddressKinds.Https, AddressKinds.Https | AddressKinds.Http | AddressKinds.Mailto })
        {
            foreach (var attack in Attacks.Append("https://example.org/\0"))
            {
                var judged = OutsideAddress.Judge(attack, kinds);
                Assert.True(judged.Code is not null, $"{OutsideAddress.Visible(attack)} is taken as {judged.Address}");
                Assert.True(judged.Reason.Length > 0 && judged.Advice.Length > 0);
            }
        }
    }

    [Theory]
    [InlineData("ExitUrl")]
    [InlineData("Url")]
    public void No_attack_comes_through_the_settings(string key)
    {
        // The exit must be a page that comes over an encrypted line; so must help.
        string[] more = ["http://example.org/", "mailto:name@example.org", "tel:+1-555-0100", "sms:233733"];
        foreach (var attack in Attacks.Concat(more))
        {
            var log = new ProblemLog();
            var quoted = Quoted(attack);
            var text = new SourceText("settings.yml", key == "Url" ? $"HelpLine:\n  Url: {quoted}\n" : $"{key}: {quoted}\n");
            var map = YamlMap.Read(text, text.Text, 0, log);

            var settings = SettingsReader.Read(map, new Dictionary<string, string>(), log);

            var problem = Assert.Single(log.All, p => p.Severity == Severity.Error);
            Assert.Equal("TK1046", problem.Code);
            Assert.Equal(key == "Url" ? new SourcePosition("settings.yml", 2, 3) : new SourcePosition("settings.yml", 1, 1), problem.Position);
            Assert.Equal(new SiteSettings().ExitUrl, settings.ExitUrl);
            Assert.Equal("", settings.HelpLine?.Url ?? "");
            Assert.DoesNotContain(problem.Message, c => char.IsControl(c));
        }
    }

    [Fact]
    public void No_attack_comes_through_the_command_line()
    {
        foreach (var attack in Attacks)
        {
            var log = new ProblemLog();

            var settings = SettingsReader.Read(YamlMap.Empty, new Dictionary<string, string> { ["exiturl"] = attack }, log);

            Assert.Equal("TK1046", Assert.Single(log.All).Code);
            Assert.Null(log.All[0].Position);
            Assert.Equal(new SiteSettings().ExitUrl, settings.ExitUrl);
        }
    }

    [Fact]
    public async Task No_attack_comes_through_a_page()
    {
        using var site = new SiteRun();
        await site.Build();
        var before = site.Snapshot();
        // Four ways to write a link, and the key of the page, for each; what begins like a path is one, and leads nowhere.
        for (var i = 0; i < Attacks.Count; i++)
        {
            var attack = Attacks[i];
            var plain = attack.Any(c => c is ' ' or '\n' or '<' or '>' or '\0' or '\t' or '\u0001' or '\u2028' or '\u00A0') ? null : attack.Replace("\\", "\\\\", StringComparison.Ordinal);
            site.With($"p{i}.md", $"---\nTitle: Page {i}\nEditLink: {Quoted(attack)}\n---\n\n" + (plain is null
                ? "Words.\n"
                : $"See [one]({plain}) and [two](<{plain}>) and [three][ref].\n\n<{plain}>\n\n[ref]: {plain}\n"));
        }

        await site.Build();

        Assert.Equal(Toolkit.Cli.ExitCode.ContentErrors, site.ExitCode);
        Assert.Equal(before, site.Snapshot());
        for (var i = 0; i < Attacks.Count; i++)
        {
            var mine = site.Problems.Where(p => p.StartsWith($"input/p{i}.md:", StringComparison.Ordinal)).ToList();
            Assert.True(mine.Any(p => p.StartsWith($"input/p{i}.md:3:1: error TK1046", StringComparison.Ordinal)), $"{i}: EditLink {Attacks[i]}\n{string.Join('\n', mine)}");
            if (File.ReadAllText(Path.Combine(site.Root, "input", $"p{i}.md")).Contains("[one]", StringComparison.Ordinal) && !Attacks[i].StartsWith('#'))
            {
                Assert.True(mine.Count(p => p.StartsWith($"input/p{i}.md:6:", StringComparison.Ordinal) && p.Contains(": error TK30", StringComparison.Ordinal)) == 3
                    || (Attacks[i] == "?" && mine.Count > 1), $"{i}: {Attacks[i]}\n{string.Join('\n', mine)}");
            }
        }
    }

    [Theory]
    [InlineData("https://guide.example/exit")]
    [InlineData("https://GUIDE.example./exit")]
    [InlineData("https://www.guide.example")]
    [InlineData("https://guide.example:443/x")]
    public void The_exit_never_stays_on_the_site(string exit)
    {
        var log = new ProblemLog();

        SettingsReader.Read(YamlMap.Empty, new Dictionary<string, string> { ["Host"] = "guide.example", ["ExitUrl"] = exit }, log);

        Assert.Equal("TK1048", Assert.Single(log.All).Code);
    }

    [Theory]
    [InlineData("guide.example", "guide.example")]
    [InlineData("guide.example:8080", "guide.example:8080")]
    [InlineData("https://guide.example/", "guide.example")]
    [InlineData("", "")]
    [InlineData("http://guide.example", null)]
    [InlineData("guide.example/toolkit", null)]
    [InlineData("user@guide.example", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("guide example", null)]
    [InlineData("guide.example?x", null)]
    [InlineData("..", null)]
    [InlineData("\u202Eguide.example", null)]
    [InlineData("münchen.example", "xn--mnchen-3ya.example")]
    public void The_sites_own_host_is_a_host(string written, string? host)
    {
        var log = new ProblemLog();

        var settings = SettingsReader.Read(YamlMap.Empty, new Dictionary<string, string> { ["Host"] = written }, log);

        Assert.Equal(host ?? "", settings.Host);
        Assert.Equal(host is null ? ["TK1046"] : [], log.All.Select(p => p.Code));
    }

    [Theory]
    [InlineData("/toolkit", true)]
    [InlineData("toolkit/guide/", true)]
    [InlineData("/", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/../x", false)]
    [InlineData("/a\\b", false)]
    [InlineData("/a?b", false)]
    [InlineData("/a#b", false)]
    [InlineData("/a b", false)]
    [InlineData("/%2e%2e", false)]
    [InlineData("javascript:x", false)]
    public void The_path_under_the_host_is_a_path(string written, bool right)
    {
        var log = new ProblemLog();

        SettingsReader.Read(YamlMap.Empty, new Dictionary<string, string> { ["LinkRoot"] = written }, log);

        Assert.Equal(right ? [] : ["TK1046"], log.All.Select(p => p.Code));
    }

    [Theory]
    [InlineData("1-888-373-7888", true)]
    [InlineData("+44 20 7946 0000", true)]
    [InlineData("(555) 0100", true)]
    [InlineData("911", true)]
    [InlineData("1-800-555-HELP", false)]
    [InlineData("555-0100 ext. 12", false)]
    [InlineData("555-0100 or 555-0101", false)]
    [InlineData("555 0100, 555 0101", false)]
    [InlineData("javascript:1", false)]
    [InlineData("*21*555#", false)]
    [InlineData("12", false)]
    [InlineData("٥٥٥٠١٠٠", false)]
    [InlineData("555\u202E0100", false)]
    public void A_telephone_calls_the_number_that_people_read(string number, bool right)
    {
        foreach (var key in new[] { "Phone", "TextTo" })
        {
            var log = new ProblemLog();
            var text = new SourceText("settings.yml", $"HelpLine:\n  Name: Help\n  {key}: \"{number}\"\n");

            SettingsReader.Read(YamlMap.Read(text, text.Text, 0, log), new Dictionary<string, string>(), log);

            Assert.Equal(right ? [] : ["TK1047 settings.yml:3:3"], log.All.Select(p => $"{p.Code} {p.Position}"));
        }
    }

    [Fact]
    public async Task A_number_of_another_country_keeps_its_sign_and_no_number_leaves_no_link()
    {
        using var site = new SiteRun();
        await site.With("settings.yml", SiteRun.Settings + "HelpLine:\n  Name: Help\n  Phone: +44 20 7946 0000\n").Build();
        Assert.Contains("href=\"tel:+442079460000\"", site.Text("index.html").Replace("&#x2B;", "+", StringComparison.Ordinal), StringComparison.Ordinal);

        await site.With("settings.yml", SiteRun.Settings + "HelpLine:\n  Name: Help\n  Url: https://example.org\n").Build();
        Assert.DoesNotContain("tel:", site.Text("index.html"), StringComparison.Ordinal);
    }

    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(c => c is '"' or '\\' ? $"\\{c}" : c is < ' ' or '\u2028' or '\u00A0' or '\u202E' or '\u200B' or '\u00AD' ? $"\\u{(int)c:X4}" : c.ToString()))}\"";
}
