using System.Text;
using Toolkit.Writing.Pdf;

namespace Toolkit.Tests.Pdf;

/// <summary>The rules about fonts: embedded, every letter shown exists, has a meaning and the width that is said.</summary>
internal sealed class PdfUaFonts(PdfFile file, List<string> findings)
{
    private readonly Dictionary<PdfDictionary, Font> _known = [];

    /// <summary>A font as it is used.</summary>
    internal sealed class Font
    {
        public required string Name { get; init; }

        public required bool IsWide { get; init; }

        public required bool IsEmbedded { get; init; }

        /// <summary>Widths in thousandths by code.</summary>
        public required Dictionary<int, double> Widths { get; init; }

        /// <summary>Unicode text by code; null where the encoding says it (WinAnsi).</summary>
        public Dictionary<int, string>? Meanings { get; init; }

        /// <summary>The font program, where it has TrueType outlines.</summary>
        public TrueTypeFont? Program { get; init; }
    }

    public Font? Find(PdfDictionary? resources, string name)
    {
        if (file.Resolve((file.Resolve(resources?["Font"]) as PdfDictionary)?[name]) is not PdfDictionary dictionary)
        {
            findings.Add($"7.21 The font {name} is not among the resources.");
            return null;
        }

        if (!_known.TryGetValue(dictionary, out var font))
        {
            _known[dictionary] = font = dictionary.Is("Subtype", "Type0") ? Composite(dictionary) : Simple(dictionary);
        }

        return font;
    }

    /// <summary>Checks what is shown.</summary>
    public void Shown(Font? font, byte[] text)
    {
        if (font is null || text.Length == 0)
        {
            return;
        }

        if (!font.IsEmbedded)
        {
            findings.Add($"7.21.4.1 The font {font.Name} is not embedded.");
            return;
        }

        for (var i = 0; i + (font.IsWide ? 1 : 0) < text.Length; i += font.IsWide ? 2 : 1)
        {
            var code = font.IsWide ? (text[i] << 8) | text[i + 1] : text[i];
            Code(font, code);
        }
    }

    private void Code(Font font, int code)
    {
        if (font.IsWide && code == 0)
        {
            findings.Add($"7.21.8 {font.Name} shows the glyph for missing letters.");
        }

        var meaning = font.Meanings is null
            ? Encoding.Latin1.GetString([(byte)code])
            : font.Meanings.GetValueOrDefault(code);
        if (string.IsNullOrEmpty(meaning) || meaning.Any(c => c is '\0' or '\uFEFF' or '\uFFFE'))
        {
            findings.Add($"7.21.7 {font.Name} does not say which letter code {code} is.");
        }

        if (font.Program is { } program)
        {
            var glyph = font.IsWide ? code : -1;
            if (!font.IsWide && code is > 32 and < 127 && !program.Has(code))
            {
                findings.Add($"7.21.8 {font.Name} has no letter for code {code}.");
            }

            var real = glyph >= 0 ? program.GlyphWidth(glyph) : code is >= 32 and < 127 ? program.Width(code) : -1;
            var said = font.Widths.GetValueOrDefault(code);
            if (real >= 0 && Math.Abs((real * 1000.0 / program.UnitsPerEm) - said) > 1)
            {
                findings.Add($"7.21.5 {font.Name} says width {said} for code {code}.");
            }
        }
    }

    private Font Composite(PdfDictionary dictionary)
    {
        var descendant = file.Dictionary(file.List(dictionary["DescendantFonts"])[0]);
        var widths = new Dictionary<int, double>();
        var items = file.List(descendant["W"]);
        for (var i = 0; i < items.Count;)
        {
            var first = (int)((PdfNumber)items[i]).Value;
            if (items[i + 1] is PdfArray list)
            {
                for (var k = 0; k < list.Items.Count; k++)
                {
                    widths[first + k] = ((PdfNumber)list.Items[k]).Value;
                }

                i += 2;
            }
            else
            {
                for (var code = first; code <= (int)((PdfNumber)items[i + 1]).Value; code++)
                {
                    widths[code] = ((PdfNumber)items[i + 2]).Value;
                }

                i += 3;
            }
        }

        var descriptor = file.Dictionary(descendant["FontDescriptor"]);
        return new Font
        {
            Name = ((PdfName)dictionary["BaseFont"]!).Value,
            IsWide = true,
            IsEmbedded = descriptor["FontFile2"] is not null || descriptor["FontFile3"] is not null,
            Widths = widths,
            Meanings = file.Resolve(dictionary["ToUnicode"]) is PdfDictionary map ? ReadMeanings(PdfFile.Inflate(map)) : [],
            Program = Program(descriptor),
        };
    }

    private Font Simple(PdfDictionary dictionary)
    {
        var first = dictionary["FirstChar"] is PdfNumber number ? (int)number.Value : 0;
        var descriptor = file.Resolve(dictionary["FontDescriptor"]) as PdfDictionary;
        return new Font
        {
            Name = ((PdfName)dictionary["BaseFont"]!).Value,
            IsWide = false,
            IsEmbedded = descriptor?["FontFile2"] is not null || descriptor?["FontFile3"] is not null || descriptor?["FontFile"] is not null,
            Widths = file.List(dictionary["Widths"]).Select((w, i) => (Code: first + i, Width: ((PdfNumber)w).Value)).ToDictionary(p => p.Code, p => p.Width),
            Meanings = file.Resolve(dictionary["ToUnicode"]) is PdfDictionary map ? ReadMeanings(PdfFile.Inflate(map)) : null,
            Program = descriptor is null ? null : Program(descriptor),
        };
    }

    private TrueTypeFont? Program(PdfDictionary descriptor) =>
        file.Resolve(descriptor["FontFile2"]) is PdfDictionary program ? TrueTypeFont.Read(PdfFile.Inflate(program)) : null;

    private static Dictionary<int, string> ReadMeanings(byte[] map)
    {
        var meanings = new Dictionary<int, string>();
        var operands = new List<PdfObject>();
        for (var parser = new PdfParser(map); !parser.AtEnd;)
        {
            var token = parser.Next();
            if (token is not PdfKeyword { Value: var word })
            {
                operands.Add(token);
                continue;
            }

            if (word == "endbfchar")
            {
                for (var i = 0; i + 1 < operands.Count; i += 2)
                {
                    meanings[Number(operands[i])] = Text(operands[i + 1]);
                }
            }
            else if (word == "endbfrange")
            {
                for (var i = 0; i + 2 < operands.Count; i += 3)
                {
                    for (var (code, k) = (Number(operands[i]), 0); code <= Number(operands[i + 1]); code++, k++)
                    {
                        meanings[code] = operands[i + 2] is PdfArray list
                            ? Text(list.Items[k])
                            : Text(operands[i + 2]) is { Length: > 0 } text ? text[..^1] + (char)(text[^1] + k) : "";
                    }
                }
            }

            operands.Clear();
        }

        return meanings;
    }

    private static int Number(PdfObject value) => ((PdfString)value).Bytes.Aggregate(0, (sum, b) => (sum << 8) | b);

    private static string Text(PdfObject value) => Encoding.BigEndianUnicode.GetString(((PdfString)value).Bytes);
}
