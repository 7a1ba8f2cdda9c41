using System.Text;
using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Reading;

/// <summary>A file's text in one clean form, with places that are still the author's.</summary>
public sealed class SourceTextTests
{
    [Theory]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("a\u000Bb\fc\u0085d\u2028e\u2029f", "a b c d e f")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("a\0b\u0007\u001B\u007F\u0080\u009F", "ab")]
    [InlineData("a\uFEFFb\uFFFE\uFDD0", "ab")]
    [InlineData("re\u0301sume\u0301", "résumé")]
    [InlineData("“e\u0301”—o\u0308", "“é”—ö")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("\u2126 \u212B \u2000x", "Ω Å \u2002x")]
    [InlineData("👍🏽 \u200Fعربى\u200D", "👍🏽 \u200Fعربى\u200D")]
    [InlineData("\u0301a", "\u0301a")]
    public void Text_is_read_in_one_form(string written, string text) => Assert.Equal(text, new SourceText("a.md", written).Text);

    [Fact]
    public void Every_place_is_the_one_of_the_authors_file()
    {
        string[] pieces = ["a", " ", "\n", "\r\n", "\r", "e\u0301", "é", "\0", "\u000B", "\u2028", "\uFEFF", "🙂", "“", "o\u0323\u0302", "\u0301", "\u1112\u1161", "\u2126", "words", "\t"];
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            // A marker that stands in both: its place is found in the author's text by hand.
            var written = string.Concat(Enumerable.Range(0, random.Next(0, 25)).Select(_ => pieces[random.Next(pieces.Length)]));
            var behind = string.Concat(Enumerable.Range(0, random.Next(0, 25)).Select(_ => pieces[random.Next(pieces.Length)]));
            var whole = written + "§" + (behind.StartsWith('\u0301') ? "a" : "") + behind;
            var lines = whole.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
            var line = Array.FindIndex(lines, l => l.Contains('§', StringComparison.Ordinal));
            var right = new SourcePosition("a.md", line + 1, lines[line].IndexOf('§', StringComparison.Ordinal) + 1);
            var text = new SourceText("a.md", whole);

            var offset = text.Text.IndexOf('§', StringComparison.Ordinal);
            var cleanLine = text.Text[..offset].Count(c => c == '\n') + 1;
            var cleanColumn = offset - (text.Text.LastIndexOf('\n', Math.Max(0, offset - 1)) is >= 0 and var start && offset > 0 ? start + 1 : 0) + 1;

            Assert.Equal(right, text.At(offset));
            Assert.Equal(right, text.At(cleanLine, cleanColumn));
            Assert.Equal(lines[line], text.Line(line + 1));
        }
    }

    [Fact]
    public async Task Problems_of_pages_and_settings_name_the_authors_columns()
    {
        using var site = new SiteRun();
        site.With("page.md", "---\nTitle: Re\u0301sume\u0301\nDescription: \"e\u0301\": x\n---\n\nE\u0301te\u0301 \u000Be\u0301 [nothing](nowhere.md).\n");
        site.With("other.md", "---\nTitle: Other\n---\n\nRe\u0301sume\u0301 [nothing](nowhere.md).\n");

        await site.Build();

        Assert.Equal(["input/other.md:5:10: error TK3003", "input/page.md:3:18: error TK1003", "input/page.md:6:11: error TK3003"], site.Problems.Select(p => string.Join(':', p.Split(':')[..4])));
    }

    [Theory]
    [InlineData("a\0b", "1:2: TK1045")]
    [InlineData("one\n\ntwo \u001B[31m three\u0007", "3:5: TK1045")]
    [InlineData("a\uFEFFb", "1:2: TK1045")]
    [InlineData("a\uFDD0b", "1:2: TK1045")]
    [InlineData("a \u202Eb\u202C", "1:3: TK2021")]
    [InlineData("a\n\u2067b", "2:1: TK2021")]
    [InlineData("a \u202Ab", "1:3: TK2021")]
    [InlineData("a \u2067b\u2069 \u202Ac\u202C", "")]
    [InlineData("a\u200F \u200Eb\u061C \u200D\u200C", "")]
    [InlineData("a\u000Bb\fc\u0085d\u2028e\u2029f\tg", "")]
    [InlineData("🙂 é e\u0301 plain", "")]
    public void What_is_taken_out_and_what_turns_letters_around_is_said(string text, string problem)
    {
        var log = new ProblemLog();

        SourceText.Read("a.md", Encoding.UTF8.GetBytes(text), log);

        Assert.Equal(problem, string.Join(", ", log.All.Select(p => $"{p.Position!.Value.Line}:{p.Position!.Value.Column}: {p.Code}")));
        Assert.All(log.All, p => Assert.Equal(Severity.Warning, p.Severity));
    }

    [Fact]
    public async Task No_control_character_comes_through_by_escapes_and_numbers()
    {
        using var site = new SiteRun();
        site.With("page.md", "---\nTitle: \"A\\x07B\\nC\\u2028D\\0\"\nDescription: \"\\uFEFFe\\u0301\"\n---\n\n## Bell&#7; &#x202F;&#x0085;x e&#x301;\n\nWords.&#27;[31m\n");

        await site.Build();

        var html = site.Text("page.html");
        Assert.DoesNotContain(html, c => char.IsControl(c) && c != '\n');
        Assert.Contains("AB C D", html, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"bell-x-e\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("e\u0301", html, StringComparison.Ordinal);
        Assert.Equal(["input/page.md:2:1: warning TK1045", "input/page.md:3:1: warning TK1045"], site.Problems.Select(p => p[..p.IndexOf(": '", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task Both_forms_of_a_letter_meet_in_links()
    {
        using var site = new SiteRun();
        site.WithPage("one.md", "## U\u0308ber uns {#u\u0308ber}\n\n## Niños\n\nWords.", "Title: Mun\u0303oz\nXref: muñoz");

        await site.WithPage("page.md", "[a](xref:Muñoz) [b](xref:mun\u0303oz#über) [c](xref:MUÑOZ#u\u0308ber) [d](xref:mu%C3%B1oz#%C3%BCber) [e](one.md#ninos).").Build();

        Assert.Empty(site.Problems);
        Assert.Equal(5, System.Text.RegularExpressions.Regex.Count(site.Content("page.html"), "href=\"one.html"));
    }
}
