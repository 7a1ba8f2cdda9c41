namespace Toolkit.Cli.Reporting;

/// <summary>How much a run says.</summary>
internal enum LogLevel
{
    /// <summary>Every file.</summary>
    Debug,

    /// <summary>Phases, problems, the outcome.</summary>
    Information,

    /// <summary>Problems and the outcome.</summary>
    Warning,

    /// <summary>Errors and the outcome.</summary>
    Error,
}
