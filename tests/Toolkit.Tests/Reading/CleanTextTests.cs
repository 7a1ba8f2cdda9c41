using System.Globalization;
using System.Text.RegularExpressions;
using Toolkit.Model;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Reading;

/// <summary>What text is, by the table that the browser's scripts are tested against too.</summary>
public sealed partial class CleanTextTests
{
    [Fact]
    public void The_shared_table_of_texts_holds()
    {
        var rows = Repository.Read("tests/clean-texts.txt").Split('\n').Where(line => line.StartsWith('['))
            .Select(line => Json().Matches(line).Select(m => Unescaped(m.Groups[1].Value)).ToArray()).ToArray();

        Assert.True(rows.Length >= 30);
        foreach (var row in rows)
        {
            Assert.Equal(row[1], CleanText.Of(row[0]));
            Assert.Equal(row[^1], CleanText.OneLine(row[0]));
            Assert.Equal(row[1], CleanText.Of(row[1]));
        }
    }

    [Fact]
    public void Every_character_is_kept_or_becomes_what_the_rule_says()
    {
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            var written = code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
            var gone = code < 0x20 || code is >= 0x7F and < 0xA0 or 0xFEFF or (>= 0xFDD0 and <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE;
            var kept = code is '\n' or '\v' or '\f' or '\r' or 0x85 or 0x2028 or 0x2029 ? "\n"
                : code == '\t' ? " " : code is >= 0xD800 and <= 0xDFFF ? "\uFFFD" : gone ? "" : written;
            if (CleanText.Of($"a{written}b") != $"a{kept}b")
            {
                Assert.Fail($"U+{code:X4} became something else");
            }
        }
    }

    private static string Unescaped(string json) => Escape().Replace(json, match => match.Value[1] switch
    {
        'u' => ((char)int.Parse(match.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        'f' => "\f",
        'b' => "\b",
        var itself => itself.ToString(),
    });

    [GeneratedRegex("""
        "((?:[^"\\]|\\.)*)"
        """)]
    private static partial Regex Json();

    [GeneratedRegex(@"\\(?:u[0-9a-f]{4}|.)")]
    private static partial Regex Escape();
}
