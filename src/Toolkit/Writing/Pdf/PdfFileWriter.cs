using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Toolkit.Writing.Pdf;

/// <summary>
/// Writes the objects of a PDF as one revision: only those that can be reached, numbered from 1 in their old order, and
/// an id that is a hash of the content, so that the same objects give the same bytes.
/// </summary>
internal static class PdfFileWriter
{
    /// <summary>The whole file.</summary>
    public static byte[] Write(PdfFile file)
    {
        var numbers = Number(file);
        var output = new Output();
        Put(output, "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var offsets = new List<int>();
        foreach (var (old, value) in file.Objects.Where(o => numbers[o.Key] > 0))
        {
            offsets.Add(output.Length);
            Put(output, $"{numbers[old]} 0 obj\n");
            Put(output, value, numbers);
            if (value is PdfDictionary { Data: { } data })
            {
                Put(output, "\nstream\n");
                output.Write(data);
                Put(output, "\nendstream");
            }

            Put(output, "\nendobj\n");
        }

        var id = new PdfString(SHA256.HashData(output.Written)[..16]);
        var table = output.Length;
        Put(output, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Put(output, offset.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n");
        }

        Put(output, "trailer\n");
        Put(
            output,
            new PdfDictionary
            {
                ["Size"] = new PdfNumber(offsets.Count + 1),
                ["Root"] = file.Trailer["Root"],
                ["Info"] = file.Trailer["Info"],
                ["ID"] = new PdfArray(id, id),
            },
            numbers);
        Put(output, $"\nstartxref\n{table}\n%%EOF\n");
        return output.Written.ToArray();
    }

    /// <summary>The new number of each object by its old one; 0 for those that nothing points to.</summary>
    private static int[] Number(PdfFile file)
    {
        var numbers = new int[file.Objects.Count == 0 ? 1 : file.Objects.Keys.Last() + 1];
        var open = new Stack<PdfObject?>([file.Trailer["Root"], file.Trailer["Info"]]);
        while (open.TryPop(out var value))
        {
            switch (value)
            {
                case PdfReference { Number: var old } when old < numbers.Length && numbers[old] == 0 && file.Objects.TryGetValue(old, out var target):
                    numbers[old] = 1;
                    open.Push(target);
                    break;
                case PdfDictionary dictionary:
                    foreach (var (_, entry) in dictionary.Entries)
                    {
                        open.Push(entry);
                    }

                    break;
                case PdfArray array:
                    array.Items.ForEach(open.Push);
                    break;
            }
        }

        for (var (old, next) = (0, 0); old < numbers.Length; old++)
        {
            numbers[old] = numbers[old] == 0 ? 0 : ++next;
        }

        return numbers;
    }

    private static void Put(Output output, string text) => output.Write(text);

    private static void Put(Output output, PdfObject value, int[] numbers)
    {
        switch (value)
        {
            case PdfName name:
                Put(output, "/" + Escape(name.Value));
                break;
            case PdfReference reference:
                Put(output, reference.Number < numbers.Length && numbers[reference.Number] is var number and > 0 ? $"{number} 0 R" : "null");
                break;
            case PdfNumber n:
                Put(output, n.Text);
                break;
            case PdfBoolean b:
                Put(output, b.Value ? "true" : "false");
                break;
            case PdfNull:
                Put(output, "null");
                break;
            case PdfKeyword keyword:
                Put(output, keyword.Value);
                break;
            case PdfString text:
                PutString(output, text.Bytes);
                break;
            case PdfArray array:
                Put(output, "[");
                for (var i = 0; i < array.Items.Count; i++)
                {
                    Put(output, i == 0 ? "" : " ");
                    Put(output, array.Items[i], numbers);
                }

                Put(output, "]");
                break;
            case PdfDictionary dictionary:
                Put(output, "<<");
                foreach (var (key, entry) in dictionary.Entries)
                {
                    Put(output, "/");
                    Put(output, Escape(key));
                    Put(output, " ");
                    Put(output, entry, numbers);
                    Put(output, "\n");
                }

                Put(output, dictionary.Data is null ? ">>" : $"/Length {dictionary.Data.Length}>>");
                break;
            default:
                throw new InvalidOperationException(value.GetType().Name);
        }
    }

    private static void PutString(Output output, byte[] bytes)
    {
        if (bytes.Any(b => b is < 32 or > 126))
        {
            Put(output, $"<{Convert.ToHexString(bytes)}>");
            return;
        }

        var text = new StringBuilder("(", bytes.Length + 2);
        foreach (var c in bytes.Select(b => (char)b))
        {
            text.Append(c is '(' or ')' or '\\' ? "\\" : "").Append(c);
        }

        Put(output, text.Append(')').ToString());
    }

    private static string Escape(string name) => name.All(c => c is > ' ' and <= '~' and not ('#' or '/' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '%'))
        ? name
        : string.Concat(name.Select(c => c is > ' ' and <= '~' and not ('#' or '/' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '%')
            ? c.ToString()
            : $"#{(int)c:X2}"));

    /// <summary>Bytes that grow; text goes in without a copy in between.</summary>
    private sealed class Output
    {
        private byte[] _buffer = new byte[1 << 18];

        public int Length { get; private set; }

        public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

        public void Write(string text) => Length += Encoding.Latin1.GetBytes(text, Room(text.Length));

        public void Write(byte[] bytes)
        {
            bytes.CopyTo(Room(bytes.Length));
            Length += bytes.Length;
        }

        private Span<byte> Room(int needed)
        {
            if (Length + needed > _buffer.Length)
            {
                Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + needed));
            }

            return _buffer.AsSpan(Length);
        }
    }
}
