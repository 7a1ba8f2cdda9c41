using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Toolkit.Writing.Pdf;

/// <summary>One of the kinds of value that a PDF is made of.</summary>
public abstract record PdfObject;

/// <summary>A name such as <c>/Type</c>, without the slash.</summary>
internal sealed record PdfName(string Value) : PdfObject;

/// <summary>Points to an object by its number; generations are always 0 in what we read.</summary>
public sealed record PdfReference(int Number) : PdfObject;

/// <summary>A number as it was written, so that nothing is rounded on the way.</summary>
internal sealed record PdfNumber(string Text) : PdfObject
{
    /// <summary>A number of ours, with at most three decimals.</summary>
    public PdfNumber(double value)
        : this(Format(value))
    {
    }

    /// <summary>Its value.</summary>
    public double Value => double.Parse(Text, CultureInfo.InvariantCulture);

    /// <summary>As it stands in content streams.</summary>
    public static string Format(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}

/// <summary>A truth value.</summary>
internal sealed record PdfBoolean(bool Value) : PdfObject;

/// <summary>Nothing.</summary>
internal sealed record PdfNull : PdfObject;

/// <summary>A bare word: in a content stream an operator.</summary>
internal sealed record PdfKeyword(string Value) : PdfObject;

/// <summary>A string of bytes.</summary>
internal sealed record PdfString(byte[] Bytes) : PdfObject
{
    /// <summary>The bytes as text: UTF-16 with a mark, else one character a byte.</summary>
    public string Text => Bytes is [0xFE, 0xFF, ..]
        ? Encoding.BigEndianUnicode.GetString(Bytes, 2, Bytes.Length - 2)
        : Encoding.Latin1.GetString(Bytes);

    /// <summary>A text string: ASCII where that is enough, else UTF-16.</summary>
    public static PdfString Of(string text) => text.All(c => c is >= ' ' and <= '~')
        ? new(Encoding.ASCII.GetBytes(text))
        : new([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);
}

/// <summary>A list of values.</summary>
internal sealed record PdfArray : PdfObject
{
    /// <summary>An array of these values.</summary>
    public PdfArray(params IEnumerable<PdfObject> items) => Items = [.. items];

    /// <summary>The values, to be changed in place.</summary>
    public List<PdfObject> Items { get; }
}

/// <summary>Values by name, in the order in which they are written; a stream where it has data.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The format calls it a dictionary.")]
public sealed record PdfDictionary : PdfObject
{
    // Most have a handful of keys: looking through a list is faster than a table of hashes, and keeps the order.
    private readonly List<KeyValuePair<string, PdfObject>> _entries = [];

    /// <summary>The data of a stream as stored, so compressed where <c>Filter</c> says so; null for a plain dictionary.</summary>
    public byte[]? Data { get; set; }

    /// <summary>The names in order.</summary>
    public IEnumerable<string> Keys => _entries.Select(e => e.Key);

    /// <summary>The names and values in order.</summary>
    public IReadOnlyList<KeyValuePair<string, PdfObject>> Entries => _entries;

    /// <summary>The value under a name; null where there is none. Setting null removes it.</summary>
    public PdfObject? this[string key]
    {
        get => Find(key) is var at and >= 0 ? _entries[at].Value : null;
        set
        {
            var at = Find(key);
            if (value is null)
            {
                if (at >= 0)
                {
                    _entries.RemoveAt(at);
                }
            }
            else if (at >= 0)
            {
                _entries[at] = KeyValuePair.Create(key, value);
            }
            else
            {
                _entries.Add(KeyValuePair.Create(key, value));
            }
        }
    }

    /// <summary>Whether the value under <paramref name="key"/> is the name <paramref name="name"/>.</summary>
    public bool Is(string key, string name) => this[key] is PdfName found && found.Value == name;

    private int Find(string key)
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The same object only: dictionaries are changed in place.</summary>
    public bool Equals(PdfDictionary? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
