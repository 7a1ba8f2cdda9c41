namespace Toolkit.Model;

/// <summary>How much a problem weighs.</summary>
public enum Severity
{
    /// <summary>Worth a look; the site is written.</summary>
    Warning,

    /// <summary>Must be mended; the site is not written and the old output stays.</summary>
    Error,
}

/// <summary>Something wrong in what an author wrote. All are gathered, then the run fails once.</summary>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Code">Permanent, such as <c>TK2002</c>; listed in <c>docs/problems.md</c>.</param>
/// <param name="Position">Where; null where no file is to blame.</param>
/// <param name="Message">What is wrong, in the author's words.</param>
/// <param name="Advice">What would be right: if it can be pasted, the line to paste.</param>
public sealed record Problem(Severity Severity, string Code, SourcePosition? Position, string Message, string Advice);
