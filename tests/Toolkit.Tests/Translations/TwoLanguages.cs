using Toolkit.Blocks;
using Toolkit.Reading;
using Toolkit.Reading.Translations;
using Toolkit.Tests.Support;
using Toolkit.Words;

namespace Toolkit.Tests.Translations;

/// <summary>A made-up guide in English with a translation, read without being written.</summary>
public sealed class TwoLanguages : IDisposable
{
    /// <summary>A chapter with prose, a callout, notes and the use of a tool.</summary>
    public const string Chapter = """
        ---
        Title: First chapter
        Description: About first things.
        Layout: chapter
        ---

        Before all. See [the tool](xref:ask#ask.safe).

        ## One {#one}

        Text one with a note.[^n] A [living wage](term:wage).

        ::: warning Mind this
        Inner text.
        :::

        ## Two

        Text two.[^m] Again.[^n]

        ::: instrument ask
        :::

        After the tool.

        [^n]: A note.
        [^m]: Another note.

        """;

    /// <summary>Every text of it in Spanish; DIGITS(key) stands for the digits of the source's text.</summary>
    public const string ChapterInSpanish = """
        ---
        # source DIGITS(keys)
        Title: Primer capítulo
        Description: De lo primero.
        ---

        <!-- source DIGITS() -->
        Antes de todo. Vea [la herramienta](xref:ask#ask.safe).

        <!-- source DIGITS(#one) -->
        ## Uno {#one}

        Texto uno con una nota.[^n] Un [salario digno](term:wage).

        ::: warning Tenga cuidado
        Texto interior.
        :::

        <!-- source DIGITS(#two) -->
        ## Dos {#two}

        Otra vez.[^n] Texto dos.[^m]

        ::: instrument ask
        :::

        <!-- source DIGITS(#ask+) -->
        Después de la herramienta.

        <!-- source DIGITS(^n) -->
        [^n]: Una nota.

        <!-- source DIGITS(^m) -->
        [^m]: Otra nota.

        """;

    /// <summary>A tool with everything that an assessment can hold.</summary>
    public const string Tool = """
        ---
        Title: Ask
        Layout: tool
        ---

        ::: assessment {#ask scale=in-place per=partner}

        Lead text.

        ## Safety {#safety}

        Look around.

        - Is it safe? {#safe .critical .evidence step="Ask them"}

          Look at the doors.

        - Is it near? {#near}

        ## Decide {#dec .decision}

        - What now? {#what .choice}
          - Go {#go}
          - Stay {#stay}
        - How close? {#how list=tie}
        :::

        """;

    /// <summary>Every text of it in Spanish.</summary>
    public const string ToolInSpanish = """
        ---
        # source DIGITS(keys)
        Title: Pregunte
        ---

        <!-- source DIGITS(ask) -->
        ::: assessment {#ask}

        Texto inicial.

        <!-- source DIGITS(ask:safety) -->
        ## Seguridad {#safety}

        Mire alrededor.

        <!-- source DIGITS(ask.safe) -->
        - ¿Es seguro? {#safe step="Pregúnteles"}

          Mire las puertas.

        <!-- source DIGITS(ask.near) -->
        - ¿Está cerca? {#near}

        <!-- source DIGITS(ask:dec) -->
        ## Decida {#dec}

        <!-- source DIGITS(ask.what) -->
        - ¿Y ahora? {#what}
          - Seguir {#go}
          - Quedarse {#stay}

        <!-- source DIGITS(ask.how) -->
        - ¿Qué tan cerca? {#how}
        :::

        """;

    /// <summary>A worksheet with headings, prose, fields and both kinds of tables, and a checklist.</summary>
    public const string Sheet = """
        ---
        Title: Plan
        Layout: tool
        ---

        ::: worksheet {#plan draft="Draft of it"}

        ## Hopes {#hopes}

        Some text.

        - Who? {#who}

          A role.
        - Tie {#tie list=tie .radios}

        Between.

        Table: Steps {#steps rows=2}

        | What {#what .long} | Tie {#how list=tie} |
        |---|---|
        |  |  |

        Table: Named {#named}

        | Thing | Who {#w} |
        |---|---|
        | Care {#care} |  |
        | Food {#food} |  |
        :::

        """;

    /// <summary>Every text of it in Spanish.</summary>
    public const string SheetInSpanish = """
        ---
        # source DIGITS(keys)
        Title: Un plan
        ---

        <!-- source DIGITS(plan) -->
        ::: worksheet {#plan draft="Borrador"}

        <!-- source DIGITS(plan:hopes) -->
        ## Esperanzas {#hopes}

        Algo de texto.

        <!-- source DIGITS(plan.who) -->
        - ¿Quién? {#who}

          Un cargo.

        <!-- source DIGITS(plan.tie) -->
        - Lazo {#tie}

        <!-- source DIGITS(plan.tie+) -->
        Entre medio.

        <!-- source DIGITS(plan.steps) -->
        Table: Pasos {#steps}

        | Qué {#what} | Lazo {#how} |
        |---|---|
        |  |  |

        <!-- source DIGITS(plan.named) -->
        Table: Con nombre {#named}

        | Cosa | Quién {#w} |
        |---|---|
        | Cuidado {#care} |  |
        | Comida {#food} |  |
        :::

        """;

    private readonly SiteRun _run = new();

    /// <summary>A site in English and another language, without a translation.</summary>
    /// <param name="code">Of the other language.</param>
    public TwoLanguages(string code = "es")
    {
        Code = code;
        _run.With("settings.yml", SiteRun.Settings + $"Languages: [en, {code}]\n");
        _run.With("glossary.yml", "- Id: wage\n  Term: living wage\n  Definition: Pay that is enough to live.\n");
        _run.With("guide/a.md", Chapter);
        _run.With("tools/ask.md", Tool);
        _run.With("tools/plan.md", Sheet);
    }

    /// <summary>Tag of the other language.</summary>
    public string Code { get; }

    /// <summary>Full path of the folder that holds <c>input/</c>.</summary>
    public SiteRun Run => _run;

    /// <summary>A site with every text translated into Spanish.</summary>
    public static TwoLanguages Whole(string code = "es") => new TwoLanguages(code).Say("guide/a.md", ChapterInSpanish).Say("tools/ask.md", ToolInSpanish).Say("tools/plan.md", SheetInSpanish)
        .Say("index.md", "---\n# source DIGITS(keys)\nTitle: Inicio\n---\n\n<!-- source DIGITS() -->\nLe damos la bienvenida.\n")
        .Say("glossary.yml", "# source DIGITS(wage)\n- Id: wage\n  Term: salario digno\n  Definition: Un pago que alcanza para vivir.\n")
        .Say("settings.yml", """
            # source DIGITS(SiteTitle)
            SiteTitle: Chiquito
            # source DIGITS(Credit)
            Credit: Inventado para una prueba.
            Scales:
              in-place:
                # source DIGITS(Scales.in-place.not-yet)
                not-yet: Todavía no
                # source DIGITS(Scales.in-place.in-place)
                in-place: En marcha
                # source DIGITS(Scales.in-place.does-not-apply)
                does-not-apply: No corresponde
            Lists:
              tie:
                # source DIGITS(Lists.tie.close)
                close: Cerca
                # source DIGITS(Lists.tie.far)
                far: Lejos

            """);

    /// <summary>Writes a file of the translation.</summary>
    /// <param name="path">Of the source's file.</param>
    /// <param name="text">With DIGITS(key) for the digits of a text of the source, as it is now.</param>
    public TwoLanguages Say(string path, string text)
    {
        var digits = Read().Editions.Single().Report!.Files.FirstOrDefault(f => f.Source == path)?.Texts.ToDictionary(t => t.Name, t => t.Digits) ?? [];
        _run.With($"{Code}/{path}", digits.Aggregate(text, (all, one) => all.Replace($"DIGITS({one.Key})", one.Value, StringComparison.Ordinal)));
        return this;
    }

    /// <summary>Writes a file of the source.</summary>
    public TwoLanguages With(string path, string text)
    {
        _run.With(path, text);
        return this;
    }

    /// <summary>Reads the site, whatever is wrong with it.</summary>
    /// <param name="log">Takes the problems.</param>
    internal ReadSite Read(ProblemLog? log = null)
    {
        log ??= new ProblemLog();
        return new SiteReader(BlockCatalogue.Reader(), WordCatalogue.Load(TestWords.Folder))
            .Read(InputFiles.In([Path.Combine(_run.Root, "input")], log), new Dictionary<string, string>(), log, CancellationToken.None);
    }

    /// <summary>What is wrong with the site: place, code and message of each.</summary>
    internal IReadOnlyList<string> Problems()
    {
        var log = new ProblemLog();
        Read(log);
        return [.. log.All.Select(p => $"{p.Position} {p.Code} {p.Message}")];
    }

    /// <summary>How the texts of a file stand.</summary>
    internal IReadOnlyDictionary<string, TextStatus> Status(string path) =>
        Read().Editions.Single().Report!.Files.Single(f => f.Source == path).Texts.ToDictionary(t => t.Name, t => t.Status);

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();
}
