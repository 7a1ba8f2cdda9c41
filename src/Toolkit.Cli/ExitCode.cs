namespace Toolkit.Cli;

/// <summary>
/// What the process says to whoever started it. Statiq has the numbers 0, 1, 4 and 5 too, with nearly these meanings, and others
/// for a command line that is not understood and for a run that was stopped: <c>docs/statiq.md</c> compares them.
/// </summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Something failed that is nobody's spelling mistake: a full disk, a bug.</summary>
    public const int Failure = 1;

    /// <summary>The command line could not be understood, or names folders that are not there.</summary>
    public const int WrongCommandLine = 2;

    /// <summary>Errors in the content; nothing was written.</summary>
    public const int ContentErrors = 4;

    /// <summary>Warnings, where <c>--warnings-as-errors</c> asked to fail on them.</summary>
    public const int Warnings = 5;
}
