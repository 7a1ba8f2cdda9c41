using System.Text.RegularExpressions;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>
/// What the program says to readers stands in the catalogue (<c>theme/words/</c>) and nowhere in code: found by how words look,
/// wherever pages, Word files and PDFs are made.
/// </summary>
public sealed partial class WordsInCodeTests
{
    private static readonly string[] Folders = ["src/Toolkit/Writing", "src/Toolkit/Blocks", "src/Toolkit/Model", "theme/Blocks", "theme/Layouts", "theme/Parts", "theme/Drawing"];

    /// <summary>How a statement, or a block of them, ends.</summary>
    private static readonly string[] Ends = [";\n", "{\n", "}\n"];

    /// <summary>Files whose words no reader of the guide sees, and why.</summary>
    private static readonly Dictionary<string, string> Files = new()
    {
        ["src/Toolkit/Model/OutputPath.cs"] = "says on the command line what is wrong with a path",
        ["src/Toolkit/Model/TableRole.cs"] = "says to authors what a mark means",
        ["src/Toolkit/Model/SiteLanguage.cs"] = "what languages call themselves, the same in every language",
        ["src/Toolkit/Model/PlainFile.cs"] = "says on the command line what is wrong with a file",
        ["src/Toolkit/Model/WordingSource.cs"] = "the frozen text of which the wording of a field is made; never shown",
        ["src/Toolkit/Writing/OutputFolder.cs"] = "says on the command line what becomes of a folder",
        ["src/Toolkit/Writing/OutputMark.cs"] = "the file that marks a folder, for who opens it on the computer that builds",
        ["src/Toolkit/Writing/OutputTurn.cs"] = "says on the command line that another build has the turn",
        ["src/Toolkit/Writing/Docx/DocxStyles.cs"] = "names of styles and fonts, which Word translates itself",
        ["src/Toolkit/Writing/Docx/DocxStyleSizes.cs"] = "letters by how wide they are",
        ["src/Toolkit/Writing/Docx/DocxPlaceholderParts.cs"] = "names of styles; the words come from the catalogue",
        ["src/Toolkit/Writing/Html/HostHeaders.cs"] = "configuration of hosts, for who runs them",
        ["src/Toolkit/Writing/Html/SecurityHeaders.cs"] = "headers and configuration of hosts",
        ["src/Toolkit/Writing/Pdf/PdfParser.cs"] = "says where a PDF is broken",
        ["src/Toolkit/Writing/Pdf/PdfEngine.cs"] = "says on the command line what is installed",
    };

    /// <summary>Single texts that no reader sees, and why.</summary>
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["Letter"] = "a size of paper, by its name in the settings",
        ["Normal"] = "a style of Word",
        ["plait band"] = "classes of an element",
        ["Landscape"] = "part of the id of a header or footer in the file",
        ["Portrait"] = "part of the id of a header or footer in the file",
        ["opt na"] = "classes of an element",
        ["DocumentPlan.cs: Document"] = "a key of front matter",
        ["PdfFieldFont.cs: Answer"] = "the name of a font in the file",
        ["PdfFields.cs: Border"] = "a key of the PDF format",
        ["PdfFields.cs: Contents"] = "a key of the PDF format",
        ["panel example"] = "classes of an element",
        ["panel note"] = "classes of an element",
        ["Picture {}"] = "the name of a drawing in the file, which Word makes for itself in this way",
        ["SiteFooter.razor: Credit"] = "a key of the settings",
        ["ROW"] = "stands for a row's key in the page contract",
    };

    [Fact]
    public void Code_holds_no_word_that_a_reader_sees()
    {
        var styles = Quoted().Matches(Repository.Read("src/Toolkit/Writing/Docx/DocxStyles.cs")).Select(m => m.Groups[1].Value).ToHashSet();
        var found = from file in Folders.SelectMany(f => Repository.Files(f, "*.cs")).Append("src/Toolkit/Reading/DocumentPlan.cs")
                    where !Files.ContainsKey(file)
                    from text in InCode(Repository.Read(file))
                    where !IsKnown(file, text) && !(file.Contains("Docx", StringComparison.Ordinal) && styles.Contains(text))
                    select $"{file}: {text}";

        Empty(found);
    }

    [Fact]
    public void Views_of_pages_hold_no_word_that_a_reader_sees()
    {
        var found = from file in Folders.SelectMany(f => Repository.Files(f, "*.razor"))
                    from text in InMarkup(Repository.Read(file))
                    where !IsKnown(file, text)
                    select $"{file}: {text}";

        Empty(found);
    }

    [Fact]
    public void The_template_of_PDFs_holds_no_word_that_a_reader_sees() =>
        Assert.Empty(TypstContent().Matches(Repository.Read("theme/pdf/guide.typ")).Select(m => m.Value));

    /// <summary>Each way in which a word can stand in code is one that the tests above find.</summary>
    [Theory]
    [InlineData("""writer.Paragraph("Hint", Wml.Run("Key question"));""", "Key question")]
    [InlineData("""var text = $"About {number} minutes to read";""", "About {} minutes to read")]
    [InlineData("""var html = "<p class=\"x\">Come back soon</p>";""", "Come back soon")]
    [InlineData("""Rows(writer, "partner", "Partners");""", "Partners")]
    [InlineData("""yield return ("see", "See what follows.");""", "See what follows.")]
    public void Words_in_code_are_found(string code, string word) => Assert.Contains(word, InCode(code));

    [Theory]
    [InlineData("<p>@Page.Words.Pages.Home</p>\n<p>Come back</p>", "Come back")]
    [InlineData("<nav aria-label=\"Main menu\">@Page</nav>", "Main menu")]
    [InlineData("<img alt=\"Picture of @name\">", "Picture of")]
    [InlineData("@if (x)\n{\n<h2>Notes</h2>\n}", "Notes")]
    [InlineData("<p>@name is here</p>", "is here")]
    [InlineData("<p>@(x > 1 ? \"Some tools\" : \"\")</p>", "Some tools")]
    [InlineData("@code {\n private RenderFragment Row => @<nav aria-label=\"Main menu\">@x</nav>;\n}", "Main menu")]
    [InlineData("@code {\n private string Title => \"The questions\";\n}", "The questions")]
    public void Words_in_views_are_found(string view, string word) => Assert.Contains(word, InMarkup(view));

    private static bool IsKnown(string file, string text) => Texts.ContainsKey(text) || Texts.ContainsKey($"{Path.GetFileName(file)}: {text}");

    private static void Empty(IEnumerable<string> found)
    {
        var words = found.ToList();
        Assert.True(words.Count == 0, $"These belong into theme/words:\n{string.Join('\n', words)}");
    }

    /// <summary>Texts between quotes that look like words, but for those said to authors and developers.</summary>
    private static IEnumerable<string> InCode(string code)
    {
        code = CodeComment().Replace(code, "");
        foreach (Match literal in Literal().Matches(code))
        {
            var before = code[..literal.Index];
            var statement = before[(Ends.Max(end => before.LastIndexOf(end, StringComparison.Ordinal)) + 1)..];
            if (ToDevelopers().IsMatch(statement) || (Attribute().Match(statement) is { Success: true } attribute && !ReadOutName().IsMatch(attribute.Value)))
            {
                continue;
            }

            foreach (var text in Tag().Split(Hole().Replace(Hole().Replace(literal.Groups["text"].Value, "{}"), "{}").Replace("\\\"", "\"", StringComparison.Ordinal)).Select(t => t.Trim()).Where(LooksLikeWords))
            {
                yield return text;
            }
        }
    }

    /// <summary>Texts between tags and in attributes that are read out, and those between quotes in the code of a view.</summary>
    private static IEnumerable<string> InMarkup(string view)
    {
        view = RazorComment().Replace(view, "");
        var code = view.IndexOf("@code {", StringComparison.Ordinal);
        var (markup, methods) = code < 0 ? (view, "") : (view[..code], view[code..]);
        var expressions = Expression().Matches(markup).Select(m => m.Value);
        foreach (var text in InCode(methods + "\n" + string.Join(";\n", expressions)))
        {
            yield return text;
        }

        markup = Condition().Replace(Expression().Replace(markup, "@"), "\n");
        foreach (Match attribute in ReadOut().Matches(markup))
        {
            foreach (var text in Variable().Split(attribute.Groups[1].Value).Select(t => t.Trim()).Where(t => Letters().IsMatch(t)))
            {
                yield return text;
            }
        }

        var lines = AnyTag().Replace(string.Join('\n', markup.Split('\n').Where(line => !Control().IsMatch(line))), "\n");
        foreach (var text in Variable().Split(lines).SelectMany(t => t.Split('\n')).Select(t => t.Trim(' ', '{', '}', '(', ')')).Where(t => Letters().IsMatch(t) && t != "else"))
        {
            yield return text;
        }
    }

    private static bool LooksLikeWords(string text) => SeveralWords().IsMatch(text) || OneWord().IsMatch(text);

    [GeneratedRegex(@"(?m)^\s*//.*$")]
    private static partial Regex CodeComment();

    [GeneratedRegex("""
        \$*"{3}(?<text>(?:.|\n)*?)"{3}|\$?@?"(?<text>(?:[^"\\\n]|\\.)*)"
        """)]
    private static partial Regex Literal();

    [GeneratedRegex("\"([^\"\n]+)\"")]
    private static partial Regex Quoted();

    /// <summary>Exceptions, problems of the content, and what the format of a PDF or a test of strings calls things.</summary>
    [GeneratedRegex(@"(Exception|Log\.(Error|Warning)|\blog|Misplaced|source\.Empty|ColumnMark|CheckNested|RequiredId|PdfName|\.Is|AddNewPart(<\w+>)?|PackageProperties)\(|\["" *$|\[$|JsonObject \{|GeneratedRegex|SuppressMessage")]
    private static partial Regex ToDevelopers();

    [GeneratedRegex(@"</?[A-Za-z!?][^<>]*>?|^[^<>]*/?>|&\w+;")]
    private static partial Regex Tag();

    [GeneratedRegex(@"<[^<>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"[A-Za-z’]{2,}[,;:]? [a-z]{2,}|[a-z]{3,}[.?!]$|^[A-Z][a-z]+ [A-Z]?[a-z{]+")]
    private static partial Regex SeveralWords();

    [GeneratedRegex(@"^[A-Z][a-z]{2,}[.:?!…]*$")]
    private static partial Regex OneWord();

    [GeneratedRegex(@"@\*(?:.|\n)*?\*@")]
    private static partial Regex RazorComment();

    /// <summary><c>@(…)</c>, and calls such as <c>@Wording.Extent(…)</c>, with brackets in them.</summary>
    [GeneratedRegex(@"@[\w.]*\((?>[^()]+|\((?<open>)|\)(?<-open>))*(?(open)(?!))\)")]
    private static partial Regex Expression();

    [GeneratedRegex(@"@(?:if|foreach|for|switch) *\((?>[^()]+|\((?<open>)|\)(?<-open>))*(?(open)(?!))\)")]
    private static partial Regex Condition();

    /// <summary>What an interpolated text is filled with.</summary>
    [GeneratedRegex(@"\{[^{}]+\}|\{\(.*")]
    private static partial Regex Hole();

    [GeneratedRegex(@"@[\w.]*")]
    private static partial Regex Variable();

    /// <summary>The name of an attribute right before its value.</summary>
    [GeneratedRegex(@"[\w-]+=$")]
    private static partial Regex Attribute();

    [GeneratedRegex("^(?:aria-label|aria-description|title|alt|placeholder)=$")]
    private static partial Regex ReadOutName();

    [GeneratedRegex("""
        (?:aria-label|aria-description|title|alt|placeholder)="([^"]*)"
        """)]
    private static partial Regex ReadOut();

    [GeneratedRegex(@"^\s*(@(using|inherits|if|foreach|for|switch|\{)|case |if \(|foreach \(|default:|break;|else|var |switch )|^\s*[\w.]+ = |;\s*$")]
    private static partial Regex Control();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Letters();

    /// <summary>Content between square brackets that begins with a word.</summary>
    [GeneratedRegex(@"\[ *[A-Za-z]{3,}[^\]\n]*\]")]
    private static partial Regex TypstContent();
}
