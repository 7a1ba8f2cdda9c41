using Toolkit.Reading;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Reading;

/// <summary>A list where one text is wanted, one word where a list is wanted, and the other ways round: said for every key, never ignored.</summary>
public sealed class KindsOfValuesTests
{
    private static readonly string[] TextKeys =
    [
        "SiteTitle", "Description", "Language", "Host", "LinkRoot", "GuideVersion", "Paper", "ExitUrl", "Credit", "GenerateSearchIndex", "GenerateSitemap", "NetlifyRedirects", "ValidateRelativeLinks", "ValidateAbsoluteLinks", "WholeGuide", "TextEditions", "WholeToolkit", "KeepOnDevice",
    ];

    public static TheoryData<string, string, string> Settings()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var key in TextKeys)
        {
            data.Add($"{key}: [a, b]\n", "1:1", key);
            data.Add($"{key}:\n  a: b\n", "1:1", key);
        }

        data.Add("HelpLine: 555-0100\n", "1:1", "HelpLine");
        data.Add("HelpLine: [555-0100]\n", "1:1", "HelpLine");
        foreach (var key in new[] { "Question", "Name", "Phone", "TextTo", "Hours", "Url" })
        {
            data.Add($"HelpLine:\n  {key}: [a]\n", "2:3", key);
        }

        data.Add("Principles: support\n", "1:1", "Principles");
        data.Add("Principles: { Title: a }\n", "1:1", "Principles");
        data.Add("Principles:\n  - support\n", "2:5", "Principles");
        data.Add("Principles:\n  - [a]\n", "2:5", "Principles");
        data.Add("Principles:\n  - { Title: [a], Page: b }\n", "2:7", "Title");
        data.Add("Scales: in-place\n", "1:1", "Scales");
        data.Add("Scales: [in-place]\n", "1:1", "Scales");
        data.Add("Scales:\n  in-place: yes\n", "2:3", "in-place");
        data.Add("Scales:\n  in-place:\n    Options: not-yet\n", "3:5", "Options");
        data.Add("Scales:\n  in-place:\n    Options: [not-yet, done]\n", "3:15", "Options");
        data.Add("Scales:\n  in-place:\n    Options: [{ Id: a }, { Id: b }]\n    NotApplicable: c\n", "4:5", "NotApplicable");
        data.Add("Lists: tie\n", "1:1", "Lists");
        data.Add("Lists:\n  tie: close\n", "2:3", "tie");
        data.Add("Lists:\n  tie: { close: Close }\n", "2:3", "tie");
        data.Add("Lists:\n  tie:\n    - close\n", "3:7", "tie");
        data.Add("Lists:\n  tie:\n    - { Id: [a] }\n", "3:9", "Id");
        return data;
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_of_another_kind_is_named(string text, string place, string key)
    {
        var log = new ProblemLog();
        var source = new SourceText("settings.yml", text);

        SettingsReader.Read(YamlMap.Read(source, source.Text, 0, log), new Dictionary<string, string>(), log);

        var problem = log.All.First(p => p.Code == "TK1040");
        Assert.Equal($"settings.yml:{place}", problem.Position.ToString());
        Assert.Contains($"'{key}'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HelpLine:\nPrinciples:\nScales:\nLists:\nCredit:\n")]
    [InlineData("Lists:\n  tie:\n    - { Id: close, Label: Close }\nScales:\n  in-place:\n    Options:\n      - { Id: a }\n      - { Id: b }\n    NotApplicable:\n")]
    public void What_is_left_empty_is_not_there(string text)
    {
        var log = new ProblemLog();
        var source = new SourceText("settings.yml", text);

        var settings = SettingsReader.Read(YamlMap.Read(source, source.Text, 0, log), new Dictionary<string, string>(), log);

        Assert.Empty(log.All);
        Assert.Null(settings.HelpLine);
    }

    [Theory]
    [InlineData("GenerateSitemap: maybe", "TK1011 1:1")]
    [InlineData("WholeGuide: yes", "TK1011 1:1")]
    [InlineData("NetlifyRedirects: 1", "TK1011 1:1")]
    [InlineData("ValidateRelativeLinks: 1", "TK1011 1:1")]
    [InlineData("Language: English", "TK2018 1:1")]
    [InlineData("Language: \"en\\\"x\"", "TK2018 1:1")]
    [InlineData("HelpLine: { Fone: 555 }", "TK1010 1:13")]
    [InlineData("Principles: [{ Titel: a, Page: b }]", "TK1010 1:16")]
    [InlineData("Scales: { s: { Options: [{ Id: a }, { Id: b }], NotAplicable: { Id: c } } }", "TK1010 1:49")]
    [InlineData("Lists: { tie: [{ Id: a, Lable: A }] }", "TK1010 1:25")]
    [InlineData("Scales: { s: { Options: [{ Id: a, Value: x }, { Id: b }] } }", "TK1011 1:35")]
    [InlineData("Scales: { s: { Options: [{ Id: a }, { Id: b }], NotApplicable: { Id: a } } }", "TK1017 1:49")]
    [InlineData("Scales: { s: { Options: [{ Id: a }, { Id: b }], NotApplicable: { Id: No way } } }", "TK1016 1:49")]
    public void A_value_that_means_nothing_is_named(string text, string problem)
    {
        var log = new ProblemLog();
        var source = new SourceText("settings.yml", text + "\n");

        SettingsReader.Read(YamlMap.Read(source, source.Text, 0, log), new Dictionary<string, string>(), log);

        Assert.Equal([problem], log.All.Select(p => $"{p.Code} {p.Position!.Value.Line}:{p.Position.Value.Column}"));
    }

    [Fact]
    public async Task A_key_of_a_page_or_folder_of_another_kind_is_named()
    {
        using var site = new SiteRun();
        var keys = PageSource.Keys.Where(key => key is not ("Tags" or "RedirectFrom")).ToArray();
        for (var i = 0; i < keys.Length; i++)
        {
            site.With($"list{i}.md", $"---\n{(keys[i] == "Title" ? "" : "Title: A\n")}{keys[i]}: [a, b]\n---\n\nWords.\n");
            site.With($"map{i}/index.md", "---\nTitle: A\n---\n\nWords.\n").With($"map{i}/_directory.yml", $"{keys[i]}:\n  a: b\n");
        }

        site.With("tags.md", "---\nTitle: A\nTags: { a: b }\n---\n\nWords.\n").With("from.md", "---\nTitle: A\nRedirectFrom:\n  - [a.html]\n---\n\nWords.\n").With("one.md", "---\nTitle: One\nTags: word\n---\n\nWords.\n");

        await site.Build();

        foreach (var (key, i) in keys.Select((key, i) => (key, i)))
        {
            // A page's own title comes before that of its folder; both names of 'Document' and the day are read once.
            Assert.Contains(site.Problems, p => p.StartsWith($"input/list{i}.md:{(key == "Title" ? 2 : 3)}:1: error TK1040: '{key}' is a list", StringComparison.Ordinal));
            if (key != "Title")
            {
                Assert.Contains(site.Problems, p => p.StartsWith($"input/map{i}/_directory.yml:1:1: error TK1040: '{key}' is a set of keys and values", StringComparison.Ordinal));
            }
        }

        Assert.Contains(site.Problems, p => p.StartsWith("input/tags.md:3:1: error TK1040: 'Tags'", StringComparison.Ordinal));
        Assert.Contains(site.Problems, p => p.StartsWith("input/from.md:4:5: error TK3023: 'RedirectFrom' ho", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Problems, p => p.StartsWith("input/one.md", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Terms: word", "1:1")]
    [InlineData("Terms: { Id: a }", "1:1")]
    [InlineData("Terms: [word]", "1:9")]
    [InlineData("- word", "1:3")]
    [InlineData("- { Id: a, Term: [b], Definition: c }", "1:12")]
    public void An_entry_of_the_glossary_of_another_kind_is_named(string text, string place)
    {
        var log = new ProblemLog();

        GlossaryReader.Read(new SourceText("glossary.yml", text), log);

        Assert.Equal($"TK1040 glossary.yml:{place}", log.All.Where(p => p.Code == "TK1040").Select(p => $"{p.Code} {p.Position}").Single());
    }
}
