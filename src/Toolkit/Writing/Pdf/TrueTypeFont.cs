using System.Buffers.Binary;
using System.Text;

namespace Toolkit.Writing.Pdf;

/// <summary>What is needed of a font file with TrueType outlines: which characters it has, how wide they are, a part of it.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _data;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly Dictionary<int, int> _glyphs = [];

    private TrueTypeFont(byte[] data)
    {
        _data = data;
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + (16 * i);
            _tables[Encoding.ASCII.GetString(data, entry, 4)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }

        // Fonts within PDFs may come without a table of characters.
        if (_tables.ContainsKey("cmap"))
        {
            ReadCharacters();
        }
    }

    /// <summary>Units to the em.</summary>
    public int UnitsPerEm => U16(Table("head") + 18);

    /// <summary>How far letters rise above the line, in units.</summary>
    public int Ascent => S16(Table("hhea") + 4);

    /// <summary>How far letters hang below the line, in units; negative.</summary>
    public int Descent => S16(Table("hhea") + 6);

    /// <summary>Height of capital letters, in units.</summary>
    public int CapHeight => S16(Table("OS/2") + 88);

    /// <summary>The box around all glyphs, in units: left, bottom, right, top.</summary>
    public IReadOnlyList<int> Box => [.. Enumerable.Range(0, 4).Select(i => S16(Table("head") + 36 + (2 * i)))];

    /// <summary>Reads a font file.</summary>
    /// <exception cref="FormatException">It lacks a table that is needed.</exception>
    public static TrueTypeFont Read(string path) => Read(File.ReadAllBytes(path));

    /// <summary>Reads the bytes of a font file.</summary>
    public static TrueTypeFont Read(byte[] bytes) => new(bytes);

    /// <summary>Whether there is a glyph for the character.</summary>
    public bool Has(int character) => _glyphs.ContainsKey(character);

    /// <summary>Advance width of the character's glyph, in units; of the missing glyph where there is none.</summary>
    public int Width(int character) => GlyphWidth(_glyphs.GetValueOrDefault(character));

    /// <summary>Advance width of a glyph, in units.</summary>
    public int GlyphWidth(int glyph) => U16(Table("hmtx") + (4 * Math.Min(glyph, U16(Table("hhea") + 34) - 1)));

    /// <summary>
    /// A font file with the outlines of these characters only. Glyph numbers stay, so that everything else can be copied.
    /// </summary>
    public byte[] Subset(IEnumerable<int> characters)
    {
        var wide = S16(Table("head") + 50) == 1;
        var count = U16(Table("maxp") + 4);
        var keep = new SortedSet<int> { 0 };
        var open = new Stack<int>(characters.Where(Has).Select(c => _glyphs[c]));
        while (open.TryPop(out var glyph))
        {
            if (keep.Add(glyph))
            {
                Components(glyph, wide).ForEach(open.Push);
            }
        }

        using var outlines = new MemoryStream();
        var positions = new byte[4 * (count + 1)];
        for (var glyph = 0; glyph < count; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(positions.AsSpan(4 * glyph), (uint)outlines.Length);
            if (keep.Contains(glyph))
            {
                var (start, end) = Outline(glyph, wide);
                outlines.Write(_data, start, end - start);
                outlines.SetLength((outlines.Length + 3) & ~3);
                outlines.Position = outlines.Length;
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(positions.AsSpan(4 * count), (uint)outlines.Length);
        var head = Copy("head");
        head[51] = 1;
        head.AsSpan(8, 4).Clear();
        return Assemble(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cmap"] = Copy("cmap"),
            ["glyf"] = outlines.ToArray(),
            ["head"] = head,
            ["hhea"] = Copy("hhea"),
            ["hmtx"] = Copy("hmtx"),
            ["loca"] = positions,
            ["maxp"] = Copy("maxp"),
        });
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> parts)
    {
        var power = (int)Math.Pow(2, Math.Floor(Math.Log2(parts.Count)));
        var file = new byte[12 + (16 * parts.Count) + parts.Values.Sum(p => (p.Length + 3) & ~3)];
        var span = file.AsSpan();
        BinaryPrimitives.WriteUInt32BigEndian(span, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(span[4..], (ushort)parts.Count);
        BinaryPrimitives.WriteUInt16BigEndian(span[6..], (ushort)(power * 16));
        BinaryPrimitives.WriteUInt16BigEndian(span[8..], (ushort)Math.Log2(power));
        BinaryPrimitives.WriteUInt16BigEndian(span[10..], (ushort)((parts.Count - power) * 16));
        var entry = 12;
        var at = 12 + (16 * parts.Count);
        foreach (var (name, bytes) in parts)
        {
            bytes.CopyTo(span[at..]);
            var padded = (bytes.Length + 3) & ~3;
            Encoding.ASCII.GetBytes(name, span[entry..]);
            BinaryPrimitives.WriteUInt32BigEndian(span[(entry + 4)..], Sum(span.Slice(at, padded)));
            BinaryPrimitives.WriteUInt32BigEndian(span[(entry + 8)..], (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(span[(entry + 12)..], (uint)bytes.Length);
            entry += 16;
            at += padded;
        }

        return file;
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        }

        return sum;
    }

    private void ReadCharacters()
    {
        var map = Table("cmap");
        for (var i = 0; i < U16(map + 2); i++)
        {
            var at = map + (int)U32(map + 4 + (8 * i) + 4);
            switch (U16(at))
            {
                case 4:
                    ReadSegments(at);
                    break;
                case 12:
                    for (var group = 0; group < U32(at + 12); group++)
                    {
                        var from = at + 16 + (12 * group);
                        for (var c = U32(from); c <= U32(from + 4); c++)
                        {
                            _glyphs.TryAdd((int)c, (int)(U32(from + 8) + c - U32(from)));
                        }
                    }

                    break;
            }
        }
    }

    private void ReadSegments(int at)
    {
        var count = U16(at + 6) / 2;
        for (var i = 0; i < count; i++)
        {
            var end = U16(at + 14 + (2 * i));
            var start = U16(at + 16 + (2 * count) + (2 * i));
            var delta = U16(at + 16 + (4 * count) + (2 * i));
            var rangeAt = at + 16 + (6 * count) + (2 * i);
            for (var c = start; c <= end && c < 0xFFFF; c++)
            {
                var glyph = U16(rangeAt) == 0
                    ? (c + delta) & 0xFFFF
                    : U16(rangeAt + U16(rangeAt) + (2 * (c - start))) is var found and not 0 ? (found + delta) & 0xFFFF : 0;
                if (glyph != 0)
                {
                    _glyphs.TryAdd(c, glyph);
                }
            }
        }
    }

    private (int Start, int End) Outline(int glyph, bool wide)
    {
        var (positions, outlines) = (Table("loca"), Table("glyf"));
        return wide
            ? (outlines + (int)U32(positions + (4 * glyph)), outlines + (int)U32(positions + (4 * glyph) + 4))
            : (outlines + (2 * U16(positions + (2 * glyph))), outlines + (2 * U16(positions + (2 * glyph) + 2)));
    }

    /// <summary>The glyphs that a composed glyph such as é is made of.</summary>
    private List<int> Components(int glyph, bool wide)
    {
        var parts = new List<int>();
        var (start, end) = Outline(glyph, wide);
        if (end == start || S16(start) >= 0)
        {
            return parts;
        }

        for (var (at, more) = (start + 10, true); more;)
        {
            var flags = U16(at);
            parts.Add(U16(at + 2));
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 64) != 0 ? 4 : (flags & 128) != 0 ? 8 : 0);
            more = (flags & 32) != 0;
        }

        return parts;
    }

    private byte[] Copy(string table) => _data.AsSpan(_tables[table].Offset, _tables[table].Length).ToArray();

    private int Table(string name) => _tables.TryGetValue(name, out var table) ? table.Offset : throw new FormatException($"The font has no table '{name}'.");

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(at));

    private int S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(at));
}
