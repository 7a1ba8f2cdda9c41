using DocumentFormat.OpenXml;
using Toolkit.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>The numbering part: a pattern each for bullets, numbers and squares to tick, and for each numbered list a start of its own.</summary>
internal sealed class DocxLists
{
    private const int Levels = 6;
    private const int Step = 397;
    private static readonly string[] Bullets = ["\u2022", "\u2013", "\u2022", "\u2013", "\u2022", "\u2013"];

    private static readonly string[] Squares = [.. Enumerable.Repeat("\u25a1", Levels)];

    private readonly W.Numbering _numbering = new(Pattern(0, Bullets), Pattern(1, []), Pattern(2, Squares), Instance(1, 0), Instance(2, 2));
    private int _last = 2;

    /// <summary>The part as it stands now.</summary>
    public W.Numbering Part => _numbering;

    /// <summary>Where text of a list stands, in twentieths of a point.</summary>
    /// <param name="level">From 0.</param>
    public static int Indent(int level) => Step * (Math.Min(level, Levels - 1) + 1);

    /// <summary>The number of a list; bulleted lists share one, and so do those to tick.</summary>
    /// <param name="list">The list.</param>
    /// <param name="level">From 0; the deepest are set alike.</param>
    public int List(ListBlock list, int level)
    {
        if (!list.Ordered)
        {
            return list.ToTick ? 2 : 1;
        }

        _last++;
        _numbering.Append(Instance(_last, 1, new W.LevelOverride(new W.StartOverrideNumberingValue { Val = list.Start })
        {
            LevelIndex = Math.Min(level, Levels - 1),
        }));
        return _last;
    }

    /// <summary>What makes a paragraph an item.</summary>
    public static W.NumberingProperties Item(int list, int level) => new(
        new W.NumberingLevelReference { Val = Math.Min(level, Levels - 1) }, new W.NumberingId { Val = list });

    private static W.NumberingInstance Instance(int number, int pattern, params OpenXmlElement[] more) =>
        new([new W.AbstractNumId { Val = pattern }, .. more]) { NumberID = number };

    /// <summary>A pattern of levels, numbered where there are no marks.</summary>
    private static W.AbstractNum Pattern(int id, string[] marks)
    {
        var ordered = marks.Length == 0;
        var pattern = new W.AbstractNum(new W.MultiLevelType { Val = W.MultiLevelValues.HybridMultilevel }) { AbstractNumberId = id };
        for (var level = 0; level < Levels; level++)
        {
            pattern.Append(new W.Level(
                new W.StartNumberingValue { Val = 1 },
                new W.NumberingFormat { Val = Format(ordered, level) },
                new W.LevelText { Val = ordered ? $"%{level + 1}." : marks[level] },
                new W.LevelJustification { Val = W.LevelJustificationValues.Left },
                new W.PreviousParagraphProperties(new W.Indentation { Left = $"{Indent(level)}", Hanging = ordered ? $"{Step}" : "340" }))
            {
                LevelIndex = level,
            });
        }

        return pattern;
    }

    private static W.NumberFormatValues Format(bool ordered, int level) => (ordered, level % 3) switch
    {
        (false, _) => W.NumberFormatValues.Bullet,
        (true, 0) => W.NumberFormatValues.Decimal,
        (true, 1) => W.NumberFormatValues.LowerLetter,
        _ => W.NumberFormatValues.LowerRoman,
    };
}
