using System.Globalization;
using System.Text;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>
/// Whatever changed since the run before, and whatever became of its output and of what was kept: a run writes the same bytes as
/// one that knows nothing of it, and says the same. <c>TOOLKIT_CHANGES=SEED,NUMBER</c> in the environment tries many.
/// </summary>
public sealed class ChangesTests : IDisposable
{
    private const string Settings = """
        SiteTitle: Changing
        GuideVersion: "1"
        Credit: Credit CREDIT.
        Languages: [en, es]
        ValidateRelativeLinks: Warning
        Scales:
          in-place:
            Options:
              - { Id: not-yet, Label: Not yet, Value: 0 }
              - { Id: in-place, Label: In place SCALE, Value: 1 }

        """;

    private const string Mistake = "\nGo to [a page](xref:nowhere).\n";

    private readonly SiteRun _site = new();
    private readonly Dictionary<string, string> _input = [];
    private readonly Dictionary<string, byte[]> _lastKept = [];
    private Random _random = new(0);
    private int _count;
    private int _written;

    private string Cache => Path.Combine(_site.Root, "cache");

    [Fact]
    public async Task A_run_after_any_change_writes_what_one_from_nothing_writes()
    {
        var (seed, number) = (Environment.GetEnvironmentVariable("TOOLKIT_CHANGES") ?? "1,30").Split(',') is [var first, var second]
            ? (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(second, CultureInfo.InvariantCulture)) : (1, 30);
        _random = new Random(seed);
        Begin();
        await Compare("at first");
        (string Name, Action Do)[] changes =
        [
            ("text", () => Write(Chapter(), text => text + $"\nSentence {++_count}.\n")),
            ("a heading that is linked to", () => Write("guide/a.md", text => text.Contains("{#place}", StringComparison.Ordinal) ? text.Replace("{#place}", "{#moved}", StringComparison.Ordinal) : text.Replace("{#moved}", "{#place}", StringComparison.Ordinal))),
            ("a title", () => Write(Chapter(), text => Front(text, "Title", $"Title {++_count}"))),
            ("an order", () => Write(Chapter(), text => Front(text, "Order", $"{_random.Next(9)}"))),
            ("a chapter more", () => Write($"guide/more-{++_count}.md", _ => Page($"More {_count}", "See [the place](a.md#place)."))),
            ("a chapter less", () => Remove(_input.Keys.Where(k => k.StartsWith("guide/more-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault())),
            ("a chapter renamed", Rename),
            ("a question", () => Write("tools/vet.md", text => text.Replace("Have they", $"Have they {++_count}", StringComparison.Ordinal))),
            ("a term", () => Write("glossary.yml", text => text + $"  - Id: term-{++_count}\n    Term: Term {_count}\n    Definition: What it means.\n")),
            ("a setting", () => Write("settings.yml", text => text.Replace("Credit CREDIT", $"Credit {++_count} CREDIT", StringComparison.Ordinal))),
            ("a scale", () => Write("settings.yml", text => text.Replace("In place SCALE", $"In place {++_count} SCALE", StringComparison.Ordinal))),
            ("a translation", () => Write("es/guide/a.md", _ => InSpanish($"Capítulo {++_count}"))),
            ("a file", () => Write("notes.txt", _ => $"Note {++_count}.\n")),
            ("a link to nowhere", () => Write("guide/b.md", text => text + $"\nGo to [the place {++_count}](a.md#nowhere).\n")),
            ("a mistake", () => Write("guide/b.md", text => text + Mistake)),
            ("nothing", () => { }),
            ("a file of the output emptied", () => File.WriteAllText(AnyOf(_site.Output), "")),
            ("a byte of the output turned", () => Turn(AnyOf(_site.Output))),
            ("a file of the output deleted", () => File.Delete(AnyOf(_site.Output))),
            ("the output deleted", () => Directory.Delete(_site.Output, recursive: true)),
            ("a bit of the cache turned", () => Turn(AnyOf(Cache))),
            ("a file of the cache cut", () => File.WriteAllBytes(AnyOf(Cache), File.ReadAllBytes(AnyOf(Cache))[..40])),
            ("files of the cache under each other's names", () => File.Copy(AnyOf(Cache), AnyOf(Cache), overwrite: true)),
            ("the cache of some runs ago", Restore),
            ("the cache deleted", () => Directory.Delete(Cache, recursive: true)),
        ];
        for (var step = 1; step <= number; step++)
        {
            // Nothing is written as long as it stands there.
            Write("guide/b.md", text => text.Replace(Mistake, "", StringComparison.Ordinal));
            var (name, change) = changes[_random.Next(changes.Length)];
            if (step % 7 == 0)
            {
                Remember();
            }

            if (Directory.Exists(_site.Output) && Directory.Exists(Cache) || !name.Contains("output", StringComparison.Ordinal) && !name.Contains("cache", StringComparison.Ordinal))
            {
                change();
            }

            await Compare($"seed {seed}, step {step}: {name}");
        }

        Assert.True(_written > number * 3 / 4, $"{_written} of {number} runs wrote something");
    }

    public void Dispose() => _site.Dispose();

    private static string Page(string title, string body, string more = "Layout: chapter\nOrder: 5") => $"---\nTitle: {title}\n{more}\n---\n\n{body}\n";

    /// <summary>A translation of the first chapter's title, made of the words that it has at first.</summary>
    private static string InSpanish(string title) => $"---\n# source 79576cfa\nTitle: {title}\n---\n";

    private static string Front(string text, string key, string value) =>
        string.Join('\n', text.Split('\n').Select((line, i) => i < 6 && line.StartsWith(key + ":", StringComparison.Ordinal) ? $"{key}: {value}" : line));

    private static void Turn(string file)
    {
        var bytes = File.ReadAllBytes(file);
        if (bytes.Length > 0)
        {
            bytes[bytes.Length / 2] ^= 4;
            File.WriteAllBytes(file, bytes);
        }
    }

    private void Begin()
    {
        Write("settings.yml", _ => Settings);
        Write("glossary.yml", _ => "Terms:\n  - Id: ally\n    Term: Ally\n    Definition: Who stands by you.\n");
        Write("index.md", _ => Page("Home", "Read [the first](guide/a.md), and the [notes](notes.txt).", "Layout: home"));
        Write("guide/a.md", _ => Page("First", "## A place {#place}\n\nAn [ally](term:ally) helps.\n\n::: instrument vet\n:::"));
        Write("guide/b.md", _ => Page("Second", "Go back to [that place](a.md#place), or to [the tool](xref:vet-page)."));
        Write("tools/vet.md", _ => Page("Vetting", "::: assessment {#vet scale=in-place}\n## People {#people}\n\n- Have they been asked? {#asked}\n:::", "Layout: tool\nXref: vet-page"));
        Write("notes.txt", _ => "Note.\n");
        Write("es/guide/a.md", _ => InSpanish("Primero"));
    }

    private string Chapter() => _input.Keys.Where(k => k.StartsWith("guide/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ElementAt(_random.Next(_input.Keys.Count(k => k.StartsWith("guide/", StringComparison.Ordinal))));

    private void Write(string path, Func<string, string> change)
    {
        _input[path] = change(_input.GetValueOrDefault(path, ""));
        _site.With(path, _input[path]);
    }

    private void Remove(string? path)
    {
        if (path is not null)
        {
            _input.Remove(path);
            _site.Without(path);
        }
    }

    private void Rename()
    {
        if (_input.Keys.Where(k => k.StartsWith("guide/more-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault() is { } path)
        {
            var text = _input[path];
            Remove(path);
            Write($"guide/more-{++_count}.md", _ => text);
        }
    }

    private string AnyOf(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != ".toolkit-output").Order(StringComparer.Ordinal).ToList() is var files
        ? files[_random.Next(files.Count)] : "";

    private void Remember()
    {
        if (!Directory.Exists(Cache))
        {
            return;
        }

        _lastKept.Clear();
        foreach (var file in Directory.GetFiles(Cache, "*", SearchOption.AllDirectories))
        {
            _lastKept[file] = File.ReadAllBytes(file);
        }
    }

    private void Restore()
    {
        foreach (var (file, bytes) in _lastKept)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    /// <summary>Builds over what is there, and from nothing beside it: both leave the same and say the same.</summary>
    private async Task Compare(string when)
    {
        await _site.Run("build", "--no-pdf");
        var (code, problems, files) = (_site.ExitCode, string.Join('\n', _site.Problems), Snapshot(_site.Output));
        var fresh = Path.Combine(_site.Root, "fresh");
        if (Directory.Exists(fresh))
        {
            Directory.Delete(fresh, recursive: true);
        }

        await _site.Run("build", "--no-pdf", "--no-cache", "-o", "fresh");
        Assert.True(code == _site.ExitCode && problems == string.Join('\n', _site.Problems), $"{when}\n{problems}\n--- from nothing:\n{_site.Console}");
        if (code == 0)
        {
            _written++;
            Assert.True(files == Snapshot(fresh), $"{when}: the output differs\n{string.Join('\n', files.Split('\n').Except(Snapshot(fresh).Split('\n')))}\n--- from nothing:\n{string.Join('\n', Snapshot(fresh).Split('\n').Except(files.Split('\n')))}");
        }
    }

    private static string Snapshot(string folder) => !Directory.Exists(folder) ? "" : Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Aggregate(new StringBuilder(), (all, file) => all.Append(Path.GetRelativePath(folder, file)).Append(' ').Append(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))).Append('\n'))
        .ToString();
}
