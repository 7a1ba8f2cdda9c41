using System.Text;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Toolkit.Model;

namespace Toolkit.Reading.Translations;

/// <summary>
/// Files to begin a translation with: for each text the words of the source as a comment, its marker, and its ids with room for the other
/// words. What is left empty counts as not translated.
/// </summary>
internal static class TranslationTemplate
{
    /// <summary>Of a page.</summary>
    /// <param name="page">As it was read.</param>
    /// <param name="source">Its file.</param>
    /// <param name="units">Its texts, in order.</param>
    /// <param name="document">Its Markdown taken apart.</param>
    /// <param name="isInstrument">Whether a container is an instrument, or the use of one.</param>
    public static string OfPage(Page page, PageSource source, IReadOnlyList<PageUnit> units, MarkdownDocument document, Func<string, bool> isInstrument)
    {
        var body = source.Text.Text[source.BodyStart..];
        var text = new StringBuilder("---\n");
        foreach (var (key, said) in TranslationHead.TextsOf(page))
        {
            text.Append($"# {key}: {said}\n");
        }

        text.Append(Markers.Line(TranslationHead.DigitsOf(page), yaml: true)).Append('\n');
        text.AppendJoin("", TranslationHead.TextsOf(page).Select(k => $"{k.Key}:\n")).Append("---\n");
        // What opens and closes an instrument stands between the texts, each at its place.
        var lines = document.OfType<CustomContainer>().Where(c => isInstrument(c.Info ?? "")).ToList();
        var parts = units.Where(u => u.Kind != UnitKind.Lead).Select(u => (u.Start, Text: Unit(u, body)))
            .Concat(lines.Select(c => (Start: c.Span.Start, Text: Open(c, units.FirstOrDefault(u => u.Kind == UnitKind.Lead && u.Container == c), body))))
            .Concat(lines.Select(c => (Start: c.Span.End, Text: Fence(c) + "\n")));
        return text.Append('\n').AppendJoin("\n", parts.OrderBy(p => p.Start).Select(p => p.Text)).ToString();
    }

    /// <summary>Of the settings.</summary>
    /// <param name="texts">Their texts.</param>
    public static string OfSettings(IReadOnlyList<(IReadOnlyList<string> Path, string Text)> texts)
    {
        var text = new StringBuilder();
        IReadOnlyList<string> above = [];
        foreach (var (path, said) in texts)
        {
            for (var depth = 0; depth < path.Count - 1; depth++)
            {
                if (above.Count <= depth || !above.Take(depth + 1).SequenceEqual(path.Take(depth + 1)))
                {
                    text.Append(depth == 0 && text.Length > 0 ? "\n" : "").Append(' ', 2 * depth).Append(path[depth]).Append(":\n");
                    above = [.. path.Take(depth + 1)];
                }
            }

            var indent = new string(' ', 2 * (path.Count - 1));
            text.Append($"{indent}# {said}\n{indent}{Markers.Line(SourceWords.Digits(said), yaml: true)}\n{indent}{path[^1]}:\n");
        }

        return text.ToString();
    }

    /// <summary>Of the glossary.</summary>
    /// <param name="entries">Its entries.</param>
    public static string OfGlossary(IEnumerable<GlossaryEntry> entries) => string.Join('\n', entries.Select(e =>
        $"# {e.Term}\n# {e.Definition}\n{Markers.Line(SettingsTranslator.DigitsOf(e), yaml: true)}\n- Id: {e.Id}\n  Term:\n  Definition:\n"));

    private static string Open(CustomContainer container, PageUnit? lead, string body)
    {
        var (words, attributes) = PageUnit.Words(container);
        var line = attributes.Id is { } id ? $"{Fence(container)} {container.Info} {{#{id}{(lead?.Draft is null ? "" : " draft=\"\"")}}}\n" : $"{Fence(container)} {container.Info} {words}\n";
        return lead is null ? line : Comment(lead.Written(body)) + Markers.Line(SourceWords.Digits(lead.Written(body)), yaml: false) + "\n" + line;
    }

    /// <summary>As many colons as in the source: a longer fence may hold a shorter one.</summary>
    private static string Fence(CustomContainer container) => new(':', container.OpeningFencedCharCount);

    private static string Unit(PageUnit unit, string body)
    {
        var written = unit.Written(body);
        return Comment(written) + Markers.Line(SourceWords.Digits(written), yaml: false) + "\n" + unit.Kind switch
        {
            UnitKind.Section when unit.Heading is { } heading => $"{new string('#', heading.Level)} {{{unit.Key}}}\n",
            UnitKind.Group => $"{new string('#', unit.Heading!.Level)} {{#{unit.Id}}}\n",
            UnitKind.Item => Item(unit.Item!, body),
            UnitKind.Table => Table(unit, body),
            UnitKind.Section or UnitKind.Behind or UnitKind.Note => "",
            _ => throw new InvalidOperationException(unit.Kind.ToString()),
        };
    }

    private static string Item(ListItemBlock item, string body)
    {
        var attributes = UnitShape.AttributesOf(item, body);
        var step = attributes["step"] is { Length: > 0 } ? " step=\"\"" : "";
        var box = PageUnit.Slice(item, body).TrimStart('-', '*', '+', ' ').StartsWith("[ ]", StringComparison.Ordinal) ? "[ ] " : "";
        return $"- {box}{{#{attributes.Id}{step}}}\n" + string.Concat(UnitShape.OptionsOf(item).Select(o => $"  - {{#{UnitShape.AttributesOf(o, body).Id}}}\n"));
    }

    private static string Table(PageUnit unit, string body)
    {
        var rows = unit.Table!.OfType<TableRow>().Select(r => r.OfType<TableCell>().Select(c => UnitShape.Split(c, body).Attributes.Id).ToList()).ToList();
        var named = UnitShape.HasNamedRows(unit.Table!, body);
        static string Id(string? id) => id is null ? "" : $"{{#{id}}}";
        static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
        return $"Table: {{#{unit.Id}}}\n\n{Row(rows[0].Select(Id))}{Row(rows[0].Select(_ => "---"))}"
            + string.Concat(rows.Skip(1).Select(r => Row(r.Select((id, i) => named && i == 0 ? Id(id) : ""))));
    }

    private static string Comment(string written) => $"<!--\n{written.Replace("<!--", "<!- -", StringComparison.Ordinal).Replace("-->", "- ->", StringComparison.Ordinal).Trim('\n')}\n-->\n";
}
