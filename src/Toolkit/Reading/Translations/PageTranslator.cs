using Markdig.Syntax;
using Toolkit.Model;
using Block = Toolkit.Model.Block;
using Footnote = Toolkit.Model.Footnote;
using Inline = Toolkit.Model.Inline;

namespace Toolkit.Reading.Translations;

/// <summary>
/// Puts a page of the source into another language: its structure, with the words of the translation where they are, and those of the
/// source where they are not.
/// </summary>
/// <param name="markdown">Knows the constructs of the content language.</param>
/// <param name="language">What is known of the language.</param>
/// <param name="log">Takes the problems.</param>
internal sealed class PageTranslator(MarkdownReader markdown, LanguageReading language, ProblemLog log)
{
    /// <summary>The page in the other language.</summary>
    /// <param name="page">As it was read, uses of instruments not yet replaced.</param>
    /// <param name="source">Its file.</param>
    /// <param name="head">What its keys say in the language; its texts are told to it.</param>
    public Page Translate(Page page, PageSource source, TranslationHead head)
    {
        var body = source.Text.Text[source.BodyStart..];
        var document = markdown.Parse(source, log);
        var units = document is null ? [] : UnitsOf(page, body, document);
        head.Texts.Blank = () => document is null ? "" : TranslationTemplate.OfPage(page, source, units, document, markdown.IsInstrument);
        var said = head.Source is null ? new(head.Page.Title, head.Page.TitleLanguage) : Said(units, body, head);
        foreach (var unit in units.Where(u => !said.Found.Contains(u.Key!)))
        {
            head.Texts.Missing(unit.Key!, SourceWords.Digits(unit.Written(body)));
        }

        head.Texts.SayMissing(language.Language, head.Source is not null);
        var texts = head.Texts.File;
        return Numbered(head.Page with { Blocks = Assembled(page, said) }, page, said) with
        {
            Untranslated = texts.Count(TextStatus.Missing),
            Stale = texts.Count(TextStatus.Stale),
        };
    }

    /// <summary>The texts of a page of the source.</summary>
    private IReadOnlyList<PageUnit> UnitsOf(Page page, string body, MarkdownDocument document)
    {
        // Headings without an id of their own have one that was made of their words.
        var anchors = new Queue<string>(page.Blocks.OfType<Heading>().Select(h => h.Id));
        var units = new PageUnits(body, markdown.IsInstrument, _ => anchors.TryDequeue(out var anchor) ? anchor : null).Of(document);
        return [.. units.Where(u => u.Key is not null).DistinctBy(u => u.Key)];
    }

    /// <summary>Reads the translation of a page.</summary>
    private SaidPage Said(IReadOnlyList<PageUnit> units, string body, TranslationHead head)
    {
        var said = new SaidPage(head.Page.Title, head.Page.TitleLanguage);
        var file = head.Source!;
        var own = file.Text.Text[file.BodyStart..];
        if (markdown.Parse(file, log, NotesBehind(units, body, own)) is not { } document)
        {
            return said;
        }

        var (page, reader) = markdown.Open(file, language.Links, language.Glossary, language.Settings, language.Words, log);
        var markers = new Markers(file.Text, file.Text.At(file.BodyStart).Line, null, yaml: false, log);
        var checks = new UnitChecks(body, own, log);
        var kinds = units.Where(u => u.Key is not null).ToDictionary(u => u.Key!);
        CheckInstruments(document, kinds, page);
        var first = new Dictionary<string, SourcePosition>();
        foreach (var unit in new PageUnits(own, markdown.IsInstrument, h => Attributes.Split(PageUnit.Slice(h, own)).Attributes.Id, own.Length).Of(document))
        {
            var at = page.AtOffset(unit.Start);
            var marker = markers.Above(at.Line);
            if (unit.IsEmpty(own))
            {
                continue;
            }

            if (unit.Key is not { } key)
            {
                NoId(unit, own, kinds, said, at);
            }
            else if (!kinds.TryGetValue(key, out var theirs))
            {
                Unknown(unit, kinds, at, head);
            }
            else if (!first.TryAdd(key, at))
            {
                log.Error("TK6014", at, $"{Sentence.Begin(PageUnit.CalledBy(key))} is translated twice, first on line {first[key].Line}.", "Keep one of them.");
            }
            else if (theirs.Kind != unit.Kind)
            {
                log.Error("TK6015", at, $"{Sentence.Begin(PageUnit.CalledBy(key))} is {Named(unit.Kind)} here and {Named(theirs.Kind)} in the source.", "Let it be what it is in the source; words alone are translated.");
            }
            else
            {
                var status = head.Texts.Found(key, SourceWords.Digits(theirs.Written(body)), marker, at, yaml: false, hasRoom: unit.HasRoom(own));
                checks.Check(unit, theirs, status, at);
                Read(unit, key, said, page, reader, own);
            }
        }

        markers.SayUnread(markdown.IsInstrument);
        return said;
    }

    /// <summary>
    /// What is read as if it stood behind a translation: notes that it lacks, so that its text can refer to those of the source, and a
    /// reference to each, since the library lets go of notes that nobody refers to.
    /// </summary>
    private static string NotesBehind(IReadOnlyList<PageUnit> units, string body, string own)
    {
        var notes = units.Where(u => u.Kind == UnitKind.Note).ToList();
        // The words of the source stand in comments for who translates: they are no notes of this file.
        own = SourceWords.WithoutComments(own);
        return notes.Count == 0 ? "" : string.Concat(notes.Where(u => !own.Contains($"[^{u.Id}]:", StringComparison.Ordinal)).Select(u => "\n\n" + u.Written(body)))
            + "\n\n" + string.Join(' ', notes.Select(u => $"[^{u.Id}]")) + "\n";
    }

    private void Read(PageUnit unit, string key, SaidPage said, PageReading page, BlockReader reader, string own)
    {
        said.Found.Add(key);
        switch (unit.Kind)
        {
            case UnitKind.Section:
                var waits = unit.HasRoomForHeading(own);
                said.Sections[key] = reader.Blocks([.. unit.Heading is null || waits ? Array.Empty<Markdig.Syntax.Block>() : [unit.Heading], .. unit.Prose]);
                if (waits)
                {
                    said.Headless.Add(key);
                }

                break;
            case UnitKind.Note:
                said.Notes[unit.Id] = new Footnote(unit.Id, [.. unit.Note!.OfType<LeafBlock>().SelectMany((b, i) => i == 0 ? page.Inlines.Read(b.Inline) : [new Text(" "), .. page.Inlines.Read(b.Inline)])]);
                break;
            default:
                if (!said.Instruments.TryGetValue(unit.Instrument, out var instrument))
                {
                    said.Instruments[unit.Instrument] = instrument = new InstrumentReading(reader, own, log);
                }

                instrument.Add(unit);
                break;
        }
    }

    /// <summary>The source's blocks in order, each run of prose and each instrument in the words that there are.</summary>
    private List<Block> Assembled(Page page, SaidPage said)
    {
        var (blocks, run, key) = (new List<Block>(), new List<Block>(), PageUnits.Start);
        var uses = new Dictionary<string, int>();
        foreach (var block in page.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    Close();
                    (run, key) = ([heading], PageUnits.Section(heading.Id));
                    break;
                case Instrument instrument:
                    Close();
                    blocks.Add(instrument.Say(InstrumentReading.Words(said.Instruments.GetValueOrDefault(instrument.Id), language, said.Title)) with { TitleLanguage = said.TitleLanguage });
                    key = PageUnits.After(instrument.Id, uses);
                    break;
                case InstrumentUse use:
                    Close();
                    blocks.Add(use);
                    key = PageUnits.After(use.Id, uses);
                    break;
                default:
                    run.Add(block);
                    break;
            }
        }

        Close();
        return blocks;

        void Close()
        {
            var translated = said.Sections.TryGetValue(key, out var own);
            // A heading that waits for its words stands above text that has them.
            blocks.AddRange(translated && said.Headless.Contains(key) ? language.Untranslated([.. run.Take(1)]) : []);
            blocks.AddRange(translated ? own! : language.Untranslated(run));
            run = [];
        }
    }

    /// <summary>The page with its notes numbered anew: a text that is not translated refers to the same ones.</summary>
    private Page Numbered(Page page, Page source, SaidPage said)
    {
        var notes = new Dictionary<string, (int Number, int Uses, Footnote Note)>(StringComparer.Ordinal);
        return page with
        {
            Blocks = [.. page.Blocks.Select(b => BlockText.Map(b, Inline, h => h))],
            Footnotes = [.. notes.Values.OrderBy(n => n.Number).Select(n => n.Note)],
        };

        Inline Inline(Inline inline)
        {
            if (inline is not FootnoteReference reference)
            {
                return inline;
            }

            var label = reference.Note.Label;
            (int Number, int Uses, Footnote Note) known = notes.TryGetValue(label, out var there) ? there
                : (notes.Count + 1, 0, said.Notes.GetValueOrDefault(label) ?? (source.Footnotes.FirstOrDefault(n => n.Label == label) is { } note ? note with { Content = language.Untranslated(note.Content) } : reference.Note));
            notes[label] = known with { Uses = known.Uses + 1 };
            return new FootnoteReference(known.Number, known.Note, known.Uses + 1);
        }
    }

    /// <summary>An instrument is what it is in the source.</summary>
    private void CheckInstruments(MarkdownDocument document, Dictionary<string, PageUnit> kinds, PageReading page)
    {
        var theirs = kinds.Values.Where(u => u.Container is not null || u.Instrument.Length > 0).GroupBy(u => u.Instrument)
            .ToDictionary(g => g.Key, g => g.Select(u => u.Kind switch { UnitKind.Item => u.Item!.Parent?.Parent, UnitKind.Table => u.Table!.Parent, _ => u.Container }).OfType<Markdig.Extensions.CustomContainers.CustomContainer>().FirstOrDefault()?.Info);
        foreach (var container in document.OfType<Markdig.Extensions.CustomContainers.CustomContainer>().Where(c => markdown.IsInstrument(c.Info ?? "")))
        {
            var attributes = PageUnit.AttributesOf(container);
            if (container.ClosingFencedCharCount == 0)
            {
                log.Error("TK2008", page.At(container), $"The block '::: {container.Info}' is never closed.", "Add a line ':::' where it ends.");
            }

            if (attributes.Id is { } id && theirs.TryGetValue(id, out var kind) && kind is not null && kind != container.Info)
            {
                log.Error("TK6015", page.At(container), $"'{id}' is a {container.Info} here and a {kind} in the source.", $"Write: ::: {kind} {{#{id}}}");
            }
            else if (attributes.Id is { } unknown && !theirs.ContainsKey(unknown))
            {
                log.Error("TK6013", page.At(container), $"The source has no instrument '{unknown}' on this page.", Suggestion.For(unknown, theirs.Keys));
            }
        }
    }

    private void NoId(PageUnit unit, string own, Dictionary<string, PageUnit> kinds, SaidPage said, SourcePosition at)
    {
        // Most likely it is the first one that nothing above translates.
        var ids = kinds.Values.Where(u => u.Kind == unit.Kind && u.Instrument == unit.Instrument && !said.Found.Contains(u.Key!)).Select(u => u.Kind == UnitKind.Section ? u.Key!.TrimStart('#') : u.Id).Where(id => id.Length > 0 && !id.Contains('+', StringComparison.Ordinal)).ToList();
        if (unit.Kind != UnitKind.Behind)
        {
            var line = PageUnit.Slice(unit.Heading ?? (Markdig.Syntax.Block?)(unit.Item?.FirstOrDefault() ?? unit.Item) ?? unit.Caption!, own).Split('\n')[0].Trim();
            log.Error("TK6016", at, $"{Sentence.Begin(Named(unit.Kind))} has no id, so nobody knows what it translates.", $"Write behind it the id of the source: {line} {{#{ids.FirstOrDefault() ?? "…"}}}{(ids.Count > 1 ? $"\nNot translated above: {string.Join(", ", ids)}." : "")}");
        }
    }

    private void Unknown(PageUnit unit, Dictionary<string, PageUnit> kinds, SourcePosition at, TranslationHead head)
    {
        // What is wrong with an instrument was said at its first line.
        if (unit.Instrument.Length > 0 && !kinds.Values.Any(u => u.Instrument == unit.Instrument))
        {
            return;
        }

        var isPlace = unit.Kind is UnitKind.Behind or UnitKind.Lead || (unit.Kind == UnitKind.Section && unit.Heading is null);
        log.Error(isPlace ? "TK6015" : "TK6013", at,
            isPlace ? "Text stands here, and none in the source." : $"{head.Texts.File.Source} has no '{unit.Key}'.",
            isPlace ? "Take it out, or write it in the source first. Text that follows a heading belongs under its own." : Suggestion.For(unit.Key!, kinds.Keys));
    }

    private static string Named(UnitKind kind) => kind switch
    {
        UnitKind.Section => "a heading",
        UnitKind.Lead => "the text of an instrument",
        UnitKind.Group => "a heading of an instrument",
        UnitKind.Item => "an item",
        UnitKind.Behind => "text",
        UnitKind.Table => "a table",
        UnitKind.Note => "a note",
        _ => throw new InvalidOperationException(kind.ToString()),
    };

    /// <summary>What a translation says of a page.</summary>
    private sealed record SaidPage(string Title, string TitleLanguage)
    {
        public HashSet<string> Found { get; } = [];

        public Dictionary<string, IReadOnlyList<Block>> Sections { get; } = [];

        /// <summary>Those whose heading waits for words.</summary>
        public HashSet<string> Headless { get; } = [];

        public Dictionary<string, Footnote> Notes { get; } = [];

        public Dictionary<string, InstrumentReading> Instruments { get; } = [];
    }
}
