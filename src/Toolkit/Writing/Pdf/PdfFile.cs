using System.IO.Compression;
using System.Text;

namespace Toolkit.Writing.Pdf;

/// <summary>
/// The objects of one PDF. Reads what Typst writes, and what was appended to it: classic cross-reference tables,
/// revisions by <c>Prev</c>; no object streams, no encryption.
/// </summary>
public sealed class PdfFile
{
    private int _last;

    private PdfFile()
    {
    }

    /// <summary>The objects by number.</summary>
    public SortedDictionary<int, PdfObject> Objects { get; } = [];

    /// <summary>The trailer of the newest revision.</summary>
    public PdfDictionary Trailer { get; private set; } = new();

    /// <summary>Version in the header, such as <c>1.7</c>.</summary>
    public string Version { get; private set; } = "1.7";

    /// <summary>The root of the document.</summary>
    public PdfDictionary Catalog => Dictionary(Trailer["Root"]);

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is damaged, or not of the kind described above.</exception>
    public static PdfFile Read(byte[] bytes)
    {
        var file = new PdfFile();
        if (bytes.Length < 16 || !bytes.AsSpan().StartsWith("%PDF-"u8))
        {
            throw new FormatException("This is no PDF: the header is missing.");
        }

        file.Version = Encoding.ASCII.GetString(bytes, 5, 3);
        var tail = bytes.AsSpan().LastIndexOf("startxref"u8);
        if (tail < 0)
        {
            throw new FormatException("The PDF has no 'startxref'.");
        }

        var offsets = file.ReadTables(bytes, new PdfParser(bytes, tail + "startxref".Length).WholeNumber());
        foreach (var (number, offset) in offsets)
        {
            file.Objects[number] = ReadObject(bytes, offset, offsets);
        }

        file._last = file.Objects.Count == 0 ? 0 : file.Objects.Keys.Last();
        return file;
    }

    /// <summary>The value itself, where a reference to it is given; null where there is none.</summary>
    public PdfObject? Resolve(PdfObject? value) => value is PdfReference reference ? Objects.GetValueOrDefault(reference.Number) : value;

    /// <summary>As <see cref="Resolve"/>, for what has to be a dictionary.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public PdfDictionary Dictionary(PdfObject? value) =>
        Resolve(value) as PdfDictionary ?? throw new FormatException($"The PDF has no dictionary where one is needed ({value}).");

    /// <summary>The items of an array; the value alone where it is none; nothing where there is nothing.</summary>
    public IReadOnlyList<PdfObject> List(PdfObject? value) => Resolve(value) switch
    {
        PdfArray array => array.Items,
        null or PdfNull => [],
        _ => [value!],
    };

    /// <summary>Adds an object and says how to point to it.</summary>
    public PdfReference Add(PdfObject value)
    {
        Objects[++_last] = value;
        return new PdfReference(_last);
    }

    /// <summary>The pages in order.</summary>
    public IReadOnlyList<PdfReference> Pages()
    {
        var pages = new List<PdfReference>();
        Walk(Catalog["Pages"]!, 0);
        return pages;

        void Walk(PdfObject node, int depth)
        {
            if (depth > 60)
            {
                throw new FormatException("The PDF's page tree is too deep.");
            }

            var dictionary = Dictionary(node);
            if (dictionary["Kids"] is null)
            {
                pages.Add((PdfReference)node);
                return;
            }

            foreach (var kid in List(dictionary["Kids"]))
            {
                Walk(kid, depth + 1);
            }
        }
    }

    /// <summary>The data of a stream, inflated where it is compressed.</summary>
    /// <exception cref="FormatException">It is no stream, or compressed in another way.</exception>
    public static byte[] Inflate(PdfDictionary stream)
    {
        var data = stream.Data ?? throw new FormatException("The PDF has no stream where one is needed.");
        switch (stream["Filter"])
        {
            case null:
                return data;
            case PdfName { Value: "FlateDecode" } or PdfArray { Items: [PdfName { Value: "FlateDecode" }] }:
                using (var inflated = new MemoryStream())
                {
                    using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
                    zlib.CopyTo(inflated);
                    return inflated.ToArray();
                }

            default:
                throw new FormatException("The PDF's stream is compressed in a way that is not read here.");
        }
    }

    /// <summary>A compressed stream.</summary>
    public static PdfDictionary Deflate(byte[] data)
    {
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return new PdfDictionary { ["Filter"] = new PdfName("FlateDecode"), Data = deflated.ToArray() };
    }

    private static PdfObject ReadObject(byte[] bytes, int offset, Dictionary<int, int> offsets)
    {
        var parser = new PdfParser(bytes, offset);
        parser.WholeNumber();
        parser.WholeNumber();
        parser.Expect("obj");
        var value = parser.Next();
        if (value is PdfDictionary dictionary && parser.TryEnterStream())
        {
            var length = dictionary["Length"] switch
            {
                PdfNumber number => (int)number.Value,
                PdfReference reference when offsets.TryGetValue(reference.Number, out var at) && at != offset =>
                    ReadObject(bytes, at, offsets) is PdfNumber number ? (int)number.Value : -1,
                _ => -1,
            };
            if (length < 0 || parser.Position + length > bytes.Length)
            {
                throw new FormatException($"A stream at byte {offset} of the PDF has no length.");
            }

            dictionary.Data = bytes[parser.Position..(parser.Position + length)];
            dictionary["Length"] = null;
        }

        return value;
    }

    private Dictionary<int, int> ReadTables(byte[] bytes, int start)
    {
        var offsets = new Dictionary<int, int>();
        var seen = new HashSet<int>();
        var free = new HashSet<int>();
        for (int? at = start; at is { } table && seen.Add(table);)
        {
            var parser = new PdfParser(bytes, table);
            parser.Expect("xref");
            while (parser.Next() is PdfNumber first)
            {
                var count = parser.WholeNumber();
                for (var number = (int)first.Value; count > 0; number++, count--)
                {
                    var offset = parser.WholeNumber();
                    parser.WholeNumber();
                    var used = parser.Next() is PdfKeyword { Value: "n" };
                    if (!used)
                    {
                        free.Add(number);
                    }
                    else if (!free.Contains(number))
                    {
                        offsets.TryAdd(number, offset);
                    }
                }
            }

            var trailer = parser.Next() as PdfDictionary ?? throw new FormatException("The PDF's trailer is missing.");
            if (seen.Count == 1)
            {
                Trailer = trailer;
            }

            at = trailer["Prev"] is PdfNumber previous ? (int)previous.Value : null;
        }

        return offsets;
    }
}
