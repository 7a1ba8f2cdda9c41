using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Words;
using Toolkit.Writing;
using Toolkit.Writing.Html;

namespace Toolkit;

/// <summary>
/// What the last run that wrote an output folder was made of, and what it left there. Where neither has changed, a run has
/// nothing to do; where something has, what would be written as it lies there need not be written again. Kept beside the
/// finished documents; safe to delete.
/// </summary>
internal sealed class LastRun
{
    private readonly BuildOptions _options;
    private readonly IReadOnlyList<InputFile> _inputs;
    private readonly string _program;
    private readonly string _content;
    private readonly string _key;
    private readonly Lazy<Record?> _last;
    private readonly Lazy<Dictionary<string, Left>> _left;
    private readonly ConcurrentDictionary<string, Left> _written = new(StringComparer.Ordinal);

    private LastRun(BuildOptions options, IReadOnlyList<InputFile> inputs, string program, string content, string key)
    {
        (_options, _inputs, _program, _content, _key) = (options, inputs, program, content, key);
        _last = new(Load);
        _left = new(() => _last.Value is { } last && last.Program == _program
            ? last.Files.Zip(last.Left.Select(Left.Parse)).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal)
            : []);
    }

    private string File => Path.Combine(_options.CacheFolder, "runs", DocumentCache.Key([_options.OutputFolder])[..16] + ".run");

    /// <summary>Takes the measure of all that goes into a run; null where nothing is kept between runs.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="inputs">The files that were found.</param>
    /// <param name="found">What was left out, and why; a run that does nothing says it again.</param>
    /// <param name="assets">The theme's files.</param>
    /// <param name="words">What the program itself says.</param>
    /// <param name="formats">What documents are written as.</param>
    public static LastRun? Measure(
        BuildOptions options, IReadOnlyList<InputFile> inputs, ProblemLog found, ThemeAssets assets, WordCatalogue words, IReadOnlyList<IDocumentFormat> formats)
    {
        if (options.CacheFolder.Length == 0 || !options.Write)
        {
            return null;
        }

        // The views are part of the theme's own assembly.
        var program = DocumentCache.Key(AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name!.StartsWith("Toolkit", StringComparison.Ordinal))
            .Select(a => a.ManifestModule.ModuleVersionId.ToString()).Order(StringComparer.Ordinal));
        var content = DocumentCache.Key(
        [
            program,
            .. formats.Select(f => $"{f.Ending} {f.Fingerprint}"),
            .. options.Settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value}"),
            words.Fingerprint,
            .. found.All.Select(p => p.ToString()),
            .. inputs.Select(f => $"{f.Path} {f.FullPath} {Hash(f)}"),
        ]);
        return new LastRun(options, inputs, program, content, DocumentCache.Key([content, .. assets.All.Select(name => $"{name} {Hash(assets[name])}")]));
    }

    /// <summary>Whether anything has changed that a document could be made of.</summary>
    public bool ContentChanged => _last.Value?.Content != _content;

    /// <summary>The report of the last run, if this one would do the same and nobody touched what it wrote; else null.</summary>
    public BuildReport? Report()
    {
        try
        {
            return _last.Value is { } last && last.Key == _key && last.Output == State()
                ? new BuildReport(last.Files, last.Problems) { Unchanged = true, SourceLine = Line }
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// The file that the last run left at a path of the output, if that is what a file of this fingerprint holds and nobody has
    /// touched it since; else null.
    /// </summary>
    /// <param name="path">Relative to the output folder, with <c>/</c>.</param>
    /// <param name="fingerprint">As <see cref="OutputFile.Fingerprint"/>; asked for only where the file is as it was left.</param>
    public string? Untouched(string path, Func<string> fingerprint)
    {
        var file = new FileInfo(Path.Combine(_options.OutputFolder, path));
        return _left.Value.TryGetValue(path, out var left) && left.IsStill(file) && left.Fingerprint == fingerprint() ? file.FullName : null;
    }

    /// <summary>
    /// Takes note of a file of the output to come, while nobody else can reach it there: who changes it later is found out by what
    /// it looks like then.
    /// </summary>
    /// <param name="file">What it holds.</param>
    /// <param name="written">Full path at which it was written; null where it is the one that the last run left.</param>
    public void Note(OutputFile file, string? written) =>
        _written[file.Path] = written is null ? _left.Value[file.Path] : Left.Of(new FileInfo(written), file.Fingerprint);

    /// <summary>Remembers a run that has just written its output.</summary>
    /// <param name="report">What it did.</param>
    /// <param name="now">What would go into a run by now: if something was saved meanwhile, the next run looks again.</param>
    public void Keep(BuildReport report, LastRun? now)
    {
        if (now?._key != _key)
        {
            return;
        }

        try
        {
            var left = report.Files.Select(path => _written[path].ToString());
            DocumentCache.WriteSealed(File, new Record(_program, _content, _key, State(), report.Files, [.. left], report.Problems).ToJson());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The next run does the work again.
        }
    }

    private static string Hash(InputFile file)
    {
        try
        {
            return Hash(file.Read());
        }
        catch (IOException problem)
        {
            // The run itself says it, with the file's name.
            return problem.Message;
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    /// <summary>Every file of the output by size and date.</summary>
    private string State()
    {
        var folder = new DirectoryInfo(_options.OutputFolder);
        return folder.Exists
            ? DocumentCache.Key(folder.EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(f => $"{f.FullName} {f.Length} {f.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal))
            : "";
    }

    private Record? Load() => DocumentCache.ReadSealed(File) is { } kept ? Record.Parse(kept) : null;

    private string? Line(SourcePosition at)
    {
        try
        {
            return _inputs.FirstOrDefault(f => f.Path == at.File && f.IsText) is { } file ? new SourceText(file.Path, Encoding.UTF8.GetString(file.Read())).Line(at.Line) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>
    /// As it is kept: what was left at the place of each file is one line of text. It is taken apart by hand, since what looks for
    /// the properties of a record takes longer to start than the rest of a run that has nothing to do.
    /// </summary>
    private sealed record Record(
        string Program, string Content, string Key, string Output, IReadOnlyList<string> Files, IReadOnlyList<string> Left, IReadOnlyList<Problem> Problems)
    {
        public byte[] ToJson()
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartArray();
                Strings(json, [Program, Content, Key, Output]);
                Strings(json, Files);
                Strings(json, Left);
                json.WriteStartArray();
                foreach (var problem in Problems)
                {
                    Strings(json,
                    [
                        problem.Severity.ToString(), problem.Code, problem.Message, problem.Advice,
                        .. problem.Position is { } at ? [at.File, Number(at.Line), Number(at.Column)] : Array.Empty<string>(),
                    ]);
                }

                json.WriteEndArray();
                json.WriteEndArray();
            }

            return stream.ToArray();
        }

        /// <summary>What <see cref="ToJson"/> wrote; null where another version of the toolkit did.</summary>
        public static Record? Parse(byte[] json)
        {
            try
            {
                using var document = JsonDocument.Parse(json);
                return document.RootElement.EnumerateArray().ToArray() is [var head, var files, var left, var problems]
                    && Strings(head) is [var program, var content, var key, var output]
                    && files.GetArrayLength() == left.GetArrayLength()
                    ? new Record(program, content, key, output, Strings(files), Strings(left), [.. problems.EnumerateArray().Select(p => ProblemOf(Strings(p)))])
                    : null;
            }
            catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException or ArgumentException)
            {
                return null;
            }
        }

        private static void Strings(Utf8JsonWriter json, IEnumerable<string> texts)
        {
            json.WriteStartArray();
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString()!)];

        private static Problem ProblemOf(string[] texts) => new(
            Enum.Parse<Severity>(texts[0]), texts[1], texts is [_, _, _, _, var file, var line, var column] ? new SourcePosition(file, Number(line), Number(column)) : null, texts[2], texts[3]);

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

        private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>A file as a run left it: what it holds, and what would be otherwise if somebody had written to it since.</summary>
    private readonly record struct Left(string Fingerprint, string Look)
    {
        public static Left Of(FileInfo file, string fingerprint) => new(fingerprint, LookOf(file) ?? "gone");

        public static Left Parse(string line) => line.Split(' ', 2) is [var fingerprint, var look] ? new(fingerprint, look) : default;

        public bool IsStill(FileInfo file) => Look == LookOf(file);

        public override string ToString() => $"{Fingerprint} {Look}";

        /// <summary>Size, date and rights; null where there is no plain file.</summary>
        private static string? LookOf(FileInfo file) => !file.Exists || file.Attributes.HasFlag(FileAttributes.ReparsePoint) ? null
            : FormattableString.Invariant($"{file.Length} {file.LastWriteTimeUtc.Ticks} {(int)(OperatingSystem.IsWindows() ? UnixFileMode.None : file.UnixFileMode)}");
    }
}
