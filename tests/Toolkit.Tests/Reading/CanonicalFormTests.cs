using System.Security.Cryptography;
using System.Text;
using Toolkit.Model;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Reading;

/// <summary>Letters with accents, taken apart and put together as every other program does.</summary>
public sealed class CanonicalFormTests
{
    /// <summary>Node's answer for every character, alone and in front of and behind what it could join with; a hash of all, and what differs could be found by it.</summary>
    private const string Script = """
        const { createHash } = require('node:crypto')
        const hash = createHash('sha256')
        const partners = ['\u0301', '\u0323\u0301', '\u1161', '\u11A8', '\uAC00', '\u0BD7', '\u093C\u05B0']
        for (let code = 0; code < 0x20000; code++) {
          if (code >= 0xd800 && code < 0xe000) continue
          const letter = String.fromCodePoint(code)
          const wanted = code < 0x1300 || (code >= 0x1900 && code < 0x3200) || (code >= 0xa800 && code < 0xac40) || (code >= 0xf900 && code < 0xff00) || (code >= 0x11000 && code < 0x11a00) || (code >= 0x16d00 && code < 0x16e00) ? partners : []
          for (const text of [letter, ...wanted.flatMap(partner => [letter + partner, 'A\u0300' + letter + '\u0327' + partner, partner + letter])]) hash.update(text.normalize('NFC') + '|' + text.normalize('NFD') + '\n')
        }
        console.log(hash.digest('hex'))
        """;

    [Fact]
    public async Task Every_letter_joins_and_parts_as_Unicode_says()
    {
        string[] partners = ["\u0301", "\u0323\u0301", "\u1161", "\u11A8", "\uAC00", "\u0BD7", "\u093C\u05B0"];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var code = 0; code < 0x20000; code++)
        {
            if (code is < 0xD800 or > 0xDFFF)
            {
                var letter = char.ConvertFromUtf32(code);
                var wanted = code is < 0x1300 or (>= 0x1900 and < 0x3200) or (>= 0xA800 and < 0xAC40) or (>= 0xF900 and < 0xFF00) or (>= 0x11000 and < 0x11A00) or (>= 0x16D00 and < 0x16E00) ? partners : [];
                foreach (var text in wanted.SelectMany(partner => new[] { letter + partner, "A\u0300" + letter + "\u0327" + partner, partner + letter }).Prepend(letter))
                {
                    hash.AppendData(Encoding.UTF8.GetBytes($"{CanonicalForm.Compose(text)}|{CanonicalForm.Decompose(text)}\n"));
                }
            }
        }

        var node = await Programs.Run(Programs.Need("node"), ["-e", Script]);

        var version = await Programs.Run(Programs.Need("node"), ["-p", "process.versions.unicode"]);
        Assert.SkipUnless(Repository.Read("src/Toolkit/Model/canonical-forms.txt").StartsWith($"# Unicode {version.Output.Trim()},", StringComparison.Ordinal), "This Node knows another version of Unicode.");
        Assert.Equal(node.Output.Trim(), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    [Theory]
    [InlineData("re\u0301sume\u0301", "résumé")]
    [InlineData("Mun\u0303oz", "Muñoz")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("a\u0323\u0302", "ậ")]
    [InlineData("a\u0302\u0323", "ậ")]
    [InlineData("plain", "plain")]
    public void Both_forms_become_one(string written, string composed)
    {
        Assert.Equal(composed, CanonicalForm.Compose(written));
        Assert.Equal(composed, CanonicalForm.Compose(CanonicalForm.Decompose(composed)));
    }
}
