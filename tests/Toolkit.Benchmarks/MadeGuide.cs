using System.Globalization;
using System.Text;

namespace Toolkit.Benchmarks;

/// <summary>
/// A guide of made-up words, the same for the same number of chapters: each about 1,200 words under eight headings, with
/// lists, a table, notes, links to other chapters, and in ours a checklist of twelve items.
/// </summary>
internal sealed class MadeGuide(int chapters)
{
    private static readonly string[] Syllables =
        ["ba", "ce", "di", "fo", "gu", "lan", "mer", "nis", "por", "ru", "sta", "tri", "ven", "wol", "xa", "yel"];

    private uint _state;

    /// <summary>Writes it as content for the toolkit.</summary>
    public void WriteForToolkit(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "guide"));
        File.WriteAllText(Path.Combine(folder, "settings.yml"), "SiteTitle: Made up\nGuideVersion: \"1\"\nCredit: Made up.\nWholeGuide: false\n");
        File.WriteAllText(Path.Combine(folder, "index.md"), "---\nTitle: Home\nLayout: home\n---\n\nA made-up guide.\n");
        for (var number = 1; number <= chapters; number++)
        {
            var front = $"---\nTitle: {Title(number)}\nLayout: chapter\nOrder: {number}\nXref: c{number}\n---\n\n";
            File.WriteAllText(Path.Combine(folder, "guide", $"c{number}.md"), front + Body(number, ours: true));
        }
    }

    /// <summary>Writes it as content for Hugo, with a layout that does no more than it must.</summary>
    public void WriteForHugo(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "content", "guide"));
        Directory.CreateDirectory(Path.Combine(folder, "layouts", "_default"));
        File.WriteAllText(Path.Combine(folder, "config.toml"), "baseURL = \"/\"\ntitle = \"Made up\"\nrelativeURLs = true\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\"]\n[outputs]\nhome = [\"HTML\", \"JSON\"]\n");
        File.WriteAllText(Path.Combine(folder, "layouts", "_default", "single.html"), Layout("{{ .Content }}"));
        File.WriteAllText(Path.Combine(folder, "layouts", "_default", "list.html"), Layout("<ul>{{ range .Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}</ul>"));
        File.WriteAllText(Path.Combine(folder, "layouts", "index.json"), "[{{ range $i, $p := .Site.RegularPages }}{{ if $i }},{{ end }}{{ dict \"t\" $p.Title \"u\" $p.RelPermalink \"b\" $p.Plain | jsonify }}{{ end }}]");
        for (var number = 1; number <= chapters; number++)
        {
            var front = $"---\ntitle: {Title(number)}\nweight: {number}\n---\n\n";
            File.WriteAllText(Path.Combine(folder, "content", "guide", $"c{number}.md"), front + Body(number, ours: false));
        }
    }

    private static string Layout(string main) =>
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{{{{ .Title }}}}</title></head><body><main><h1>{{{{ .Title }}}}</h1>{main}</main></body></html>";

    private string Title(int number)
    {
        Seed(number);
        return $"{Sentence(4).TrimEnd('.')} {number}";
    }

    private string Body(int number, bool ours)
    {
        Seed(number * 7919);
        var text = new StringBuilder();
        for (var section = 1; section <= 8; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {Sentence(3).TrimEnd('.')} {section}\n\n");
            text.Append(Paragraph(6)).Append(CultureInfo.InvariantCulture, $" See [{Word()} {Word()}](c{1 + Next(chapters)}.md).");
            text.Append(section % 2 == 0 ? $"[^n{section}]\n\n" : "\n\n");
            text.Append(Paragraph(6)).Append("\n\n");
            if (section % 2 == 1)
            {
                for (var item = 0; item < 5; item++)
                {
                    text.Append("- ").Append(Sentence(7)).Append('\n');
                }

                text.Append('\n');
            }
        }

        text.Append(ours ? "Table: Figures\n\n" : "").Append("| Name | Words | Number |\n|---|---|---:|\n");
        for (var row = 0; row < 6; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Word()} | {Sentence(3)} | {Next(9999)} |\n");
        }

        text.Append('\n').Append(ours ? $"::: checklist {{#list-{number}}}\n" : "");
        for (var item = 1; item <= 12; item++)
        {
            text.Append("- [ ] ").Append(Sentence(6)).Append(ours ? $" {{#item-{item}}}\n" : "\n");
        }

        text.Append(ours ? ":::\n\n" : "\n");
        for (var note = 2; note <= 8; note += 2)
        {
            text.Append(CultureInfo.InvariantCulture, $"[^n{note}]: {Sentence(10)}\n\n");
        }

        return text.ToString();
    }

    private string Paragraph(int sentences) => string.Join(' ', Enumerable.Range(0, sentences).Select(_ => Sentence(8 + Next(6))));

    private string Sentence(int words)
    {
        var text = string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }

    private string Word() => string.Concat(Enumerable.Range(0, 1 + Next(3)).Select(_ => Syllables[Next(Syllables.Length)]));

    private void Seed(int seed) => _state = (uint)seed * 2654435761u | 1u;

    /// <summary>A number below a limit, by xorshift: the same on every machine.</summary>
    private int Next(int limit)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)limit);
    }
}
