using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>
/// Sets parts of a document that leave a short rest on a sheet of its own more closely, where that brings the rest onto the page before:
/// a chapter, or a whole document that has none. Where it does not, they stay as they are.
/// </summary>
internal static class DocxSettling
{
    /// <summary>A last page that holds less of its height than this leaves a sheet nearly empty.</summary>
    private const double ShortRest = 0.45;

    /// <summary>What has to stay free under a part that was pulled back, in points: pages are only reckoned, and programs differ.</summary>
    private const double Spare = 14;

    /// <summary>What is left of distances, of the leading, and of high boxes to write in.</summary>
    private static readonly (double Distance, double Leading, double Box)[] Levels = [(0.85, 0.965, 1), (0.65, 0.93, 0.9), (0.5, 0.9, 0.8), (0.4, 0.87, 0.75)];

    /// <summary>How much of a page stays together at the end of a chapter: programs differ, and no sheet of one ends up nearly empty.</summary>
    private const double Tail = 0.3;

    /// <summary>Settles all parts.</summary>
    public static void Settle(W.Body body, DocxStyleSizes sizes, W.Footnotes notes)
    {
        var before = DocxPages.Parts(body, sizes, notes);
        for (var i = 0; i < before.Count; i++)
        {
            // One that has only just found room may find none elsewhere.
            var goal = before[i] is { Pages: > 1 } part && part.Used < part.Height * ShortRest ? part.Pages - 1
                : i == before.Count - 1 && before[i].Used > before[i].Height - Spare ? before[i].Pages
                : 0;
            if (goal > 0)
            {
                Pull(body, sizes, notes, i, before[i], goal);
            }
        }

        foreach (var part in before.SkipLast(1).Where(part => part.Pages > 1))
        {
            KeepTail(body, sizes, part);
        }
    }

    /// <summary>Keeps the last paragraphs of a part on one page.</summary>
    private static void KeepTail(W.Body body, DocxStyleSizes sizes, DocxPart part)
    {
        var height = 0d;
        for (var at = part.End - 1; at > part.Start && height < part.Height * Tail; at--)
        {
            if (body.ChildElements[at] is not W.Paragraph { ParagraphProperties: { SectionProperties: null } properties } paragraph)
            {
                return;
            }

            if (height > 0)
            {
                properties.KeepNext = new();
            }

            height += sizes.Height(properties.ParagraphStyleId?.Val?.Value ?? "Normal", paragraph.InnerText, part.Width);
        }
    }

    private static void Pull(W.Body body, DocxStyleSizes sizes, W.Footnotes notes, int number, DocxPart part, int goal)
    {
        foreach (var level in Levels)
        {
            var changed = new DocxCloser(sizes, level.Distance, level.Leading, level.Box);
            foreach (var element in body.ChildElements.Skip(part.Start).Take(part.End - part.Start).ToList())
            {
                changed.Set(element);
            }

            var now = DocxPages.Parts(body, sizes, notes)[number];
            if (now.Pages < goal || (now.Pages == goal && now.Used <= now.Height - Spare))
            {
                return;
            }

            changed.Undo();
        }
    }
}

/// <summary>Sets paragraphs and rows more closely, and can take that back.</summary>
/// <param name="sizes">Of the styles.</param>
/// <param name="distance">What is left of the distances between paragraphs.</param>
/// <param name="leading">What is left of the height of lines; never less than set solid.</param>
/// <param name="box">What is left of the height of boxes to write in; never less than a hand needs.</param>
internal sealed class DocxCloser(DocxStyleSizes sizes, double distance, double leading, double box)
{
    private const double Solid = 240;

    private readonly List<Action> _undo = [];

    /// <summary>Sets all that an element holds.</summary>
    public void Set(DocumentFormat.OpenXml.OpenXmlElement element)
    {
        foreach (var row in element.Descendants<W.TableRow>().ToList())
        {
            Set(row);
        }

        foreach (var paragraph in element.Descendants<W.Paragraph>().Prepend(element as W.Paragraph).OfType<W.Paragraph>().ToList())
        {
            Set(paragraph);
        }
    }

    /// <summary>Takes all of it back.</summary>
    public void Undo() => _undo.ForEach(undo => undo());

    private void Set(W.Paragraph paragraph)
    {
        // The line of a card keeps its room for a hand, and the options above the next label theirs.
        if (paragraph.ParagraphProperties is not { } properties || (properties.ParagraphStyleId?.Val?.Value ?? "Normal") is not { } name || name is "CardAnswer" or "CardOptions")
        {
            return;
        }

        var (style, own) = (sizes[name], properties.SpacingBetweenLines);
        _undo.Add(() => properties.SpacingBetweenLines = own);
        var closer = new W.SpacingBetweenLines
        {
            Before = Closer(own?.Before?.Value, style.Before),
            After = Closer(own?.After?.Value, style.After),
        };
        if (style.Leading > 0)
        {
            closer.Line = Whole(Math.Min(style.Leading, Math.Max(Solid, style.Leading * leading)));
            closer.LineRule = W.LineSpacingRuleValues.Auto;
        }

        properties.SpacingBetweenLines = closer;
    }

    private void Set(W.TableRow row)
    {
        if (row.TableRowProperties?.GetFirstChild<W.TableRowHeight>() is not { } height || box == 1)
        {
            return;
        }

        var usual = height.Val!.Value;
        _undo.Add(() => height.Val = usual);
        height.Val = Math.Min(usual, (uint)Math.Max(usual * box, DocxForm.HandHeight + Over(row)));
    }

    /// <summary>How much stands over the place to write, in twentieths of a point.</summary>
    private double Over(W.TableRow row) => row.Elements<W.TableCell>().Max(cell =>
    {
        var width = (double.Parse(cell.TableCellProperties!.TableCellWidth!.Width!.Value!, CultureInfo.InvariantCulture) / 20) - 10;
        return cell.Elements<W.Paragraph>().SkipLast(1).Sum(p => sizes.Height(p.ParagraphProperties!.ParagraphStyleId!.Val!.Value!, p.InnerText, width)) * 20;
    });

    private string Closer(string? own, double usual) =>
        Whole((own is null ? usual * 20 : double.Parse(own, CultureInfo.InvariantCulture)) * distance);

    private static string Whole(double value) => Math.Round(value).ToString(CultureInfo.InvariantCulture);
}
