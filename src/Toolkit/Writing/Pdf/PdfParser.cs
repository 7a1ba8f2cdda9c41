using System.Text;

namespace Toolkit.Writing.Pdf;

/// <summary>Reads PDF values from bytes, in files and in content streams.</summary>
/// <exception cref="FormatException">The bytes follow no rule of the format.</exception>
internal sealed class PdfParser(byte[] bytes, int position = 0)
{
    private const int Deepest = 100;
    private int _depth;

    /// <summary>Where the next value is looked for.</summary>
    public int Position { get; set; } = position;

    /// <summary>Whether only white space and comments are left.</summary>
    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return Position >= bytes.Length;
        }
    }

    /// <summary>The next value or keyword.</summary>
    public PdfObject Next()
    {
        SkipSpace();
        switch (Peek(0))
        {
            case '/':
                Position++;
                return new PdfName(Unescape(Token()));
            case '(':
                return LiteralString();
            case '<' when Peek(1) == '<':
                return Nested(Dictionary);
            case '<':
                return HexString();
            case '[':
                return Nested(Array);
            case < 0:
                throw Broken("the end came too early");
        }

        var token = Token();
        return token switch
        {
            "" => throw Broken($"'{(char)Peek(0)}' stands where a value belongs"),
            "true" => new PdfBoolean(true),
            "false" => new PdfBoolean(false),
            "null" => new PdfNull(),
            _ when token[0] is (>= '0' and <= '9') or '-' or '+' or '.' => NumberOrReference(token),
            _ => new PdfKeyword(token),
        };
    }

    /// <summary>Reads a keyword that has to stand here.</summary>
    public void Expect(string keyword)
    {
        if (Next() is not PdfKeyword found || found.Value != keyword)
        {
            throw Broken($"'{keyword}' is missing");
        }
    }

    /// <summary>Reads a whole number that has to stand here.</summary>
    public int WholeNumber()
    {
        SkipSpace();
        return int.TryParse(Token(), out var value) ? value : throw Broken("a whole number is missing");
    }

    /// <summary>Moves to where the data of a stream begins, just behind the keyword; false where none stands here.</summary>
    public bool TryEnterStream()
    {
        SkipSpace();
        if (!bytes.AsSpan(Math.Min(Position, bytes.Length)).StartsWith("stream"u8))
        {
            return false;
        }

        Position += "stream".Length;
        Position += Peek(0) == '\r' && Peek(1) == '\n' ? 2 : 1;
        return true;
    }

    private static bool IsSpace(int c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(int c) => c is '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%';

    private static string Unescape(string name)
    {
        if (!name.Contains('#'))
        {
            return name;
        }

        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '#' && i + 2 < name.Length && byte.TryParse(name.AsSpan(i + 1, 2), System.Globalization.NumberStyles.HexNumber, null, out var code))
            {
                text.Append((char)code);
                i += 2;
            }
            else
            {
                text.Append(name[i]);
            }
        }

        return text.ToString();
    }

    private int Peek(int ahead) => Position + ahead < bytes.Length ? bytes[Position + ahead] : -1;

    private FormatException Broken(string what) => new($"At byte {Position} of the PDF {what}.");

    private void SkipSpace()
    {
        while (Position < bytes.Length)
        {
            if (IsSpace(bytes[Position]))
            {
                Position++;
            }
            else if (bytes[Position] == '%')
            {
                while (Position < bytes.Length && bytes[Position] is not (10 or 13))
                {
                    Position++;
                }
            }
            else
            {
                return;
            }
        }
    }

    private string Token()
    {
        var start = Position;
        while (Position < bytes.Length && !IsSpace(bytes[Position]) && !IsDelimiter(bytes[Position]))
        {
            Position++;
        }

        return Encoding.Latin1.GetString(bytes, start, Position - start);
    }

    private PdfObject NumberOrReference(string token)
    {
        if (int.TryParse(token, out var number) && number > 0)
        {
            var back = Position;
            SkipSpace();
            if (Token() == "0")
            {
                SkipSpace();
                if (Peek(0) == 'R' && (Peek(1) < 0 || IsSpace(Peek(1)) || IsDelimiter(Peek(1))))
                {
                    Position++;
                    return new PdfReference(number);
                }
            }

            Position = back;
        }

        return new PdfNumber(token);
    }

    private T Nested<T>(Func<T> read)
    {
        if (++_depth > Deepest)
        {
            throw Broken("values are nested too deep");
        }

        var value = read();
        _depth--;
        return value;
    }

    private PdfDictionary Dictionary()
    {
        Position += 2;
        var dictionary = new PdfDictionary();
        while (true)
        {
            SkipSpace();
            if (Peek(0) == '>' && Peek(1) == '>')
            {
                Position += 2;
                return dictionary;
            }

            var key = Next() as PdfName ?? throw Broken("a dictionary has a key that is no name");
            dictionary[key.Value] = Next();
        }
    }

    private PdfArray Array()
    {
        Position++;
        var items = new List<PdfObject>();
        while (true)
        {
            SkipSpace();
            if (Peek(0) == ']')
            {
                Position++;
                return new PdfArray(items);
            }

            items.Add(Next());
        }
    }

    private PdfString HexString()
    {
        Position++;
        var digits = new StringBuilder();
        for (; Peek(0) != '>'; Position++)
        {
            var c = Peek(0);
            if (c < 0)
            {
                throw Broken("a string does not end");
            }

            if (!IsSpace(c))
            {
                digits.Append((char)c);
            }
        }

        Position++;
        return new PdfString(Convert.FromHexString(digits.Length % 2 == 0 ? digits.ToString() : digits + "0"));
    }

    private PdfString LiteralString()
    {
        Position++;
        var text = new List<byte>();
        var open = 1;
        while (true)
        {
            var c = Peek(0);
            Position++;
            switch (c)
            {
                case < 0:
                    throw Broken("a string does not end");
                case '\\':
                    Escape(text);
                    continue;
                case '(':
                    open++;
                    break;
                case ')' when --open == 0:
                    return new PdfString([.. text]);
            }

            text.Add((byte)c);
        }
    }

    private void Escape(List<byte> text)
    {
        var c = Peek(0);
        Position++;
        switch (c)
        {
            case 'n': text.Add(10); break;
            case 'r': text.Add(13); break;
            case 't': text.Add(9); break;
            case 'b': text.Add(8); break;
            case 'f': text.Add(12); break;
            case '\n': break;
            case '\r':
                Position += Peek(0) == '\n' ? 1 : 0;
                break;
            case >= '0' and <= '7':
                var value = c - '0';
                for (var i = 0; i < 2 && Peek(0) is >= '0' and <= '7'; i++, Position++)
                {
                    value = (value * 8) + Peek(0) - '0';
                }

                text.Add((byte)value);
                break;
            default: text.Add((byte)c); break;
        }
    }
}
