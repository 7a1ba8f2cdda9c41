using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Toolkit.Writing.Pdf;

/// <summary>
/// Writes the objects of a PDF as one revision: only those that can be reached, numbered from 1 in their old order, and
/// an id that is a hash of the content, so that the same objects give the same bytes.
/// </summary>
public static class PdfFileWriter
{
    /// <summary>The whole file.</summary>
    public static byte[] Write(PdfFile file)
    {
        var numbers = Number(file);
        using var output = new MemoryStream();
        Put(output, "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var offsets = new List<long>();
        foreach (var old in numbers.Keys)
        {
            offsets.Add(output.Position);
            Put(output, $"{numbers[old]} 0 obj\n");
            Put(output, file.Objects[old], numbers);
            if (file.Objects[old] is PdfDictionary { Data: { } data })
            {
                Put(output, "\nstream\n");
                output.Write(data);
                Put(output, "\nendstream");
            }

            Put(output, "\nendobj\n");
        }

        var id = new PdfString(SHA256.HashData(output.GetBuffer().AsSpan(0, (int)output.Length))[..16]);
        var table = output.Position;
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
        return output.ToArray();
    }

    private static SortedDictionary<int, int> Number(PdfFile file)
    {
        var reached = new SortedSet<int>();
        var open = new Stack<PdfObject?>([file.Trailer["Root"], file.Trailer["Info"]]);
        while (open.TryPop(out var value))
        {
            switch (value)
            {
                case PdfReference reference when file.Objects.TryGetValue(reference.Number, out var target) && reached.Add(reference.Number):
                    open.Push(target);
                    break;
                case PdfDictionary dictionary:
                    foreach (var key in dictionary.Keys)
                    {
                        open.Push(dictionary[key]);
                    }

                    break;
                case PdfArray array:
                    array.Items.ForEach(open.Push);
                    break;
            }
        }

        return new SortedDictionary<int, int>(reached.Select((old, i) => (old, i)).ToDictionary(p => p.old, p => p.i + 1));
    }

    private static void Put(Stream output, string text) => output.Write(Encoding.Latin1.GetBytes(text));

    private static void Put(Stream output, PdfObject value, SortedDictionary<int, int> numbers)
    {
        switch (value)
        {
            case PdfName name:
                Put(output, "/" + Escape(name.Value));
                break;
            case PdfReference reference:
                Put(output, numbers.TryGetValue(reference.Number, out var number) ? $"{number} 0 R" : "null");
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
                foreach (var key in dictionary.Keys)
                {
                    Put(output, $"/{Escape(key)} ");
                    Put(output, dictionary[key]!, numbers);
                    Put(output, "\n");
                }

                Put(output, dictionary.Data is null ? ">>" : $"/Length {dictionary.Data.Length}>>");
                break;
            default:
                throw new InvalidOperationException(value.GetType().Name);
        }
    }

    private static void PutString(Stream output, byte[] bytes)
    {
        if (bytes.Any(b => b is < 32 or > 126))
        {
            Put(output, $"<{Convert.ToHexString(bytes)}>");
            return;
        }

        output.WriteByte((byte)'(');
        foreach (var b in bytes)
        {
            if (b is (byte)'(' or (byte)')' or (byte)'\\')
            {
                output.WriteByte((byte)'\\');
            }

            output.WriteByte(b);
        }

        output.WriteByte((byte)')');
    }

    private static string Escape(string name) => name.All(c => c is > ' ' and <= '~' and not ('#' or '/' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '%'))
        ? name
        : string.Concat(name.Select(c => c is > ' ' and <= '~' and not ('#' or '/' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '%')
            ? c.ToString()
            : $"#{(int)c:X2}"));
}
