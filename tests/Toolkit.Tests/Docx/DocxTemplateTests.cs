using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Toolkit.Tests.Support;
using Toolkit.Writing.Docx;
using Xunit;

namespace Toolkit.Tests.Docx;

public sealed partial class DocxTemplateTests
{
    private static readonly XNamespace W = DocxOutline.W;

    public static TheoryData<string> Ids => [.. DocxTemplates.All(SampleDocuments.Settings, TestWords.English).Select(t => t.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_version_of_Word_finds_it_valid(string id)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Template(id)), false);
        foreach (var version in new[] { FileFormatVersions.Office2010, FileFormatVersions.Office2013, FileFormatVersions.Microsoft365 })
        {
            var errors = new OpenXmlValidator(version).Validate(package, TestContext.Current.CancellationToken);
            Assert.Empty(errors.Select(e => $"{version}: {e.Description} at {e.Path?.XPath}"));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_places_are_those_that_the_script_knows(string id)
    {
        var places = Places(DocxOutline.Parts(Template(id))["word/document.xml"].Root!);
        Assert.Equal(Known(id), places.Distinct().Order(StringComparer.Ordinal));
    }

    private static byte[] Template(string id) => DocxTemplates.All(SampleDocuments.Settings, TestWords.English).Single(t => t.Id == id).Content;

    /// <summary>Texts as <c>text:date</c>, cells with the rows they stand in, such as <c>row:tool/row:answer/cell:note</c>.</summary>
    private static IEnumerable<string> Places(XElement root) =>
        from sdt in root.Descendants(W + "sdt")
        let tag = Tag(sdt)
        where tag.Length > 0 && !tag.StartsWith("row:", StringComparison.Ordinal)
        select string.Join('/', sdt.AncestorsAndSelf(W + "sdt").Reverse().Select(Tag).Where(t => t.Length > 0));

    private static string Tag(XElement sdt) => (string?)sdt.Element(W + "sdtPr")!.Element(W + "tag")?.Attribute(W + "val") ?? "";

    /// <summary>The same from the object in the script: names between quotes, nested by braces.</summary>
    private static IEnumerable<string> Known(string id, [CallerFilePath] string here = "")
    {
        var script = File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../theme/scripts/documents/templates/api.ts"));
        var start = script.IndexOf($"'{id}': {{", StringComparison.Ordinal);
        Assert.True(start > 0, $"templates/api.ts does not know {id}");
        List<string> found = [];
        List<string> rows = [];
        var depth = 0;
        foreach (var token in Tokens().Matches(script[start..]).Select(m => m.Value))
        {
            if (token == "{")
            {
                depth++;
            }
            else if (token == "}")
            {
                rows.RemoveAll(r => r.StartsWith($"{depth}:", StringComparison.Ordinal));
                if (--depth == 0)
                {
                    break;
                }
            }
            else if (token.EndsWith('{'))
            {
                depth++;
                var name = token.Split(':')[0];
                if (name is not "rows" && !name.StartsWith('\''))
                {
                    rows.Add($"{depth}:row:{name}");
                }
            }
            else
            {
                var kind = token.StartsWith("texts", StringComparison.Ordinal) ? "text:" : "cell:";
                found.AddRange(Names().Matches(token).Select(n =>
                    string.Join('/', rows.Select(r => r[(r.IndexOf(':', StringComparison.Ordinal) + 1)..]).Append(kind + n.Groups[1].Value))));
            }
        }

        return found.Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(?:texts|cells): \[[^\]]*\]|'?[a-z-]+'?: \{|\{|\}")]
    private static partial Regex Tokens();

    [GeneratedRegex("'([a-z0-9-]+)'")]
    private static partial Regex Names();
}
