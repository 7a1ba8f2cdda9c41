using System.Text;
using Toolkit.Checking;
using Toolkit.Reading;
using Toolkit.Tests.Support;
using Toolkit.Writing;
using Xunit;

namespace Toolkit.Tests.Checking;

/// <summary>What <c>check</c> finds in written pages: whatever a theme made of what authors wrote.</summary>
public sealed class PageChecksTests
{
    [Theory]
    [InlineData("""<a href="guide/away.html">On</a>""", "TK5007", "'guide/away.html', and no such file")]
    [InlineData("""<a href="other.html#nowhere">On</a>""", "TK5007", "'other.html#nowhere', and that page has no such place")]
    [InlineData("""<img src="gone.png" alt="">""", "TK5007", "'gone.png'")]
    [InlineData("""<a href="#two" id="one">On</a>""", "TK5007", "'#two'")]
    [InlineData("""<p id="a"></p><p id="a"></p>""", "TK5008", "the id 'a' 2 times")]
    [InlineData("""<input name="goal"><label for="other">Goal</label>""", "TK5009", """a field without a label: <input name="goal">""")]
    [InlineData("""<textarea aria-labelledby="gone"></textarea>""", "TK5009", "a field without a label")]
    [InlineData("""<img src="a.png">""", "TK5009", "a picture without words")]
    [InlineData("<h1>Again</h1>", "TK5010", "2 headings of the first level")]
    [InlineData("<h3>Deep</h3>", "TK5010", "'Deep' is of level 3 right below one of level 1")]
    public void What_is_wrong_is_said_once(string html, string code, string said)
    {
        var problem = Assert.Single(Check(html));

        Assert.Equal(code, problem.Code);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("index.html", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<a href="other.html#here">On</a><a href="./">Home</a><a href="a%20file.txt">File</a><a href="#main">Main</a>""")]
    [InlineData("""<a href="https://example.org/#x">Out</a><a href="mailto:someone@example.org">Write</a><a href="tel:5550100">Call</a>""")]
    [InlineData("""<label>Goal <input></label><label for="b">By</label><select id="b"></select><input aria-label="Find"><p id="c">C</p><textarea aria-labelledby="c"></textarea><input type="hidden">""")]
    [InlineData("<h2>Two</h2><h3>Three</h3><h2>Two again</h2>")]
    [InlineData("""<img src="a.png" alt=""><script src="a.png"></script>""")]
    public void What_is_right_is_left_alone(string html) => Assert.Empty(Check(html));

    [Fact]
    public async Task Nothing_is_wrong_in_the_real_guide()
    {
        var output = await BuiltGuide.Output;
        var log = new ProblemLog();

        PageChecks.Run([.. Directory.GetFiles(output, "*", SearchOption.AllDirectories).Select(f => new OutputFile(Path.GetRelativePath(output, f).Replace('\\', '/'), () => File.ReadAllBytes(f)))], log);

        Assert.Empty(log.All);
    }

    private static IReadOnlyList<Model.Problem> Check(string html)
    {
        var log = new ProblemLog();
        PageChecks.Run(
            [
                Page("index.html", $"<!DOCTYPE html><title>T</title><body><main id=main><h1>Home</h1>{html}</main>"),
                Page("other.html", "<!DOCTYPE html><title>T</title><body><h1 id=here>Other</h1>"),
                Page("a.png", "png"),
                Page("a file.txt", "text"),
            ],
            log);
        return log.All;
    }

    private static OutputFile Page(string path, string html) => new(path, Encoding.UTF8.GetBytes(html));
}
