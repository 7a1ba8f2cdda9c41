using Spectre.Console;

namespace Toolkit.Cli.Reporting;

/// <summary>How a line is meant; a terminal shows it in color, a file does not.</summary>
internal enum Tone
{
    /// <summary>Plain.</summary>
    Plain,

    /// <summary>Less important.</summary>
    Quiet,

    /// <summary>Went well.</summary>
    Good,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Must be mended.</summary>
    Error,
}

/// <summary>Where a command writes: color and moving bars on a terminal, plain lines anywhere else.</summary>
/// <param name="output">What the command says.</param>
/// <param name="error">What is wrong with the command itself.</param>
/// <param name="clock">Tells how long things took.</param>
/// <param name="ansi">The terminal; null for plain lines.</param>
internal sealed class Terminal(TextWriter output, TextWriter error, TimeProvider clock, IAnsiConsole? ansi = null)
{
    private readonly Lock _lock = new();

    /// <summary>What the command says.</summary>
    public TextWriter Out => output;

    /// <summary>What is wrong with the command itself.</summary>
    public TextWriter Error => error;

    /// <summary>Tells how long things took.</summary>
    public TimeProvider Clock => clock;

    /// <summary>The terminal for moving bars; null for plain lines.</summary>
    public IAnsiConsole? Ansi => ansi;

    /// <summary>The console of this process.</summary>
    public static Terminal System() => new(
        Console.Out,
        Console.Error,
        TimeProvider.System,
        Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive ? null : AnsiConsole.Console);

    /// <summary>Writes a line.</summary>
    public void Line(string text = "", Tone tone = Tone.Plain)
    {
        lock (_lock)
        {
            if (ansi is null || tone == Tone.Plain)
            {
                output.WriteLine(text);
            }
            else
            {
                ansi.WriteLine(text, new Style(Color(tone)));
            }
        }
    }

    /// <summary>Writes a line about the command itself.</summary>
    public void ErrorLine(string text)
    {
        lock (_lock)
        {
            error.WriteLine(text);
        }
    }

    /// <summary>Seconds since a time stamp of <see cref="Clock"/>, as people read them.</summary>
    public string Since(long start) => FormattableString.Invariant($"{clock.GetElapsedTime(start).TotalSeconds:0.0} s");

    private static Color Color(Tone tone) => tone switch
    {
        Tone.Quiet => global::Spectre.Console.Color.Grey,
        Tone.Good => global::Spectre.Console.Color.Green,
        Tone.Warning => global::Spectre.Console.Color.Yellow,
        Tone.Error => global::Spectre.Console.Color.Red,
        _ => global::Spectre.Console.Color.Default,
    };
}
