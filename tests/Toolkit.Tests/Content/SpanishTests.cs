using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Toolkit.Cli;
using Toolkit.Cli.Reporting;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Content;

/// <summary>The guide in Spanish: whole, up to date, and with no word of the program left in English.</summary>
public sealed class SpanishTests
{
    [Fact]
    public async Task Every_text_is_translated_and_none_is_stale()
    {
        await using var text = new StringWriter { NewLine = "\n" };

        var code = await CommandLine.RunAsync(
            ["check", "--translations", "-r", Repository.Root], new Terminal(text, text, TimeProvider.System), TestContext.Current.CancellationToken);

        Assert.True(code == ExitCode.Done, text.ToString());
        Assert.Matches(@"es \(Español\): ([0-9]+) of \1 texts translated, 0 stale, 0 missing", text.ToString());
    }

    [Fact]
    public async Task Every_page_and_every_document_is_there_in_Spanish()
    {
        var output = await BuiltGuide.Output;
        var all = Directory.GetFiles(output, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(output, f).Replace('\\', '/')).ToHashSet(StringComparer.Ordinal);
        // The folder to take along holds both languages.
        var source = all.Where(f => !f.StartsWith("es/", StringComparison.Ordinal) && !f.StartsWith("downloads/es/", StringComparison.Ordinal))
            .Where(f => f.EndsWith(".html", StringComparison.Ordinal) || f.EndsWith(".docx", StringComparison.Ordinal) || f.EndsWith(".pdf", StringComparison.Ordinal))
            // Addresses of before lead on.
            .Where(f => !f.EndsWith(".html", StringComparison.Ordinal) || !File.ReadAllText(Path.Combine(output, f)).Contains("http-equiv=\"refresh\"", StringComparison.Ordinal)).ToList();

        Assert.True(source.Count > 100, $"{source.Count}");
        Assert.Equal([], source.Where(f => !all.Contains(f.StartsWith("downloads/", StringComparison.Ordinal) ? $"downloads/es/{f["downloads/".Length..]}" : $"es/{f}")).Order(StringComparer.Ordinal));
    }

    /// <summary>The word in the middle of the map's picture has room within its cord in every language; longer ones stood over it.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void What_stands_in_the_middle_of_the_map_fits_its_cord(string language)
    {
        using var words = JsonDocument.Parse(File.ReadAllText(Repository.At($"theme/words/{language}/map.json")));

        Assert.InRange(words.RootElement.GetProperty("middle").GetString()!.Length, 1, 5);
    }

    [Fact]
    public async Task No_page_says_a_word_of_the_program_in_English()
    {
        var (english, spanish) = (Texts("en"), Texts("es"));
        english.ExceptWith(spanish);
        Assert.True(english.Count > 500, $"{english.Count}");
        var output = Path.Combine(await BuiltGuide.Output, "es");
        var parser = new HtmlParser();
        var found = new List<string>();
        foreach (var file in Directory.GetFiles(output, "*.html", SearchOption.AllDirectories))
        {
            var page = parser.ParseDocument(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            var said = page.All.Where(e => e.LocalName is not ("script" or "style") && e.Closest("[lang=en]") is null)
                .SelectMany(e => e.ChildNodes.OfType<IText>().Select(t => t.Data).Concat(new[] { "aria-label", "title", "alt", "placeholder", "content" }.Select(name => e.GetAttribute(name) ?? "")));
            found.AddRange(said.Select(t => t.Trim()).Where(english.Contains).Distinct().Select(t => $"{Path.GetRelativePath(output, file)}: {t}"));
        }

        Assert.Equal([], found);
    }

    /// <summary>Every text of a language that has no gap: what stands on pages as it is.</summary>
    private static HashSet<string> Texts(string language)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(TestWords.Folder, language), "*.json"))
        {
            using var words = JsonDocument.Parse(File.ReadAllText(file));
            Gather(words.RootElement);
        }

        return texts;

        void Gather(JsonElement at)
        {
            if (at.ValueKind == JsonValueKind.String && at.GetString() is { Length: > 1 } text && !text.Contains('{', StringComparison.Ordinal))
            {
                texts.Add(text.Trim());
            }
            else if (at.ValueKind == JsonValueKind.Array)
            {
                at.EnumerateArray().ToList().ForEach(Gather);
            }
            else if (at.ValueKind == JsonValueKind.Object)
            {
                at.EnumerateObject().Where(p => !p.Name.StartsWith("//", StringComparison.Ordinal)).Select(p => p.Value).ToList().ForEach(Gather);
            }
        }
    }
}
