namespace Toolkit.Cli;

/// <summary>
/// What the process says to whoever started it. 0, 1, 4 and 5 mean about what they mean in Statiq; a command line that is not
/// understood ends there with -1, which shells show as 255, and a run that was stopped with 6.
/// </summary>
public static class ExitCode
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
