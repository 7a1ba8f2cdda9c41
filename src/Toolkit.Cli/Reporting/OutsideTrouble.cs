using System.ComponentModel;
using System.Security;
using Toolkit.Words;
using Toolkit.Writing.Pdf;

namespace Toolkit.Cli.Reporting;

/// <summary>Parts what disks, rights and other programs do from mistakes in the toolkit.</summary>
internal static class OutsideTrouble
{
    /// <summary>What happened outside of the toolkit, in words for the person before it; null where it is the toolkit's own mistake.</summary>
    public static string? In(Exception problem) => problem switch
    {
        // Work that went on side by side fails together: all of it must be of this kind.
        AggregateException many => many.Flatten().InnerExceptions.Select(In).ToList() is [{ } first, ..] all && all.All(words => words is not null) ? first : null,
        TypeInitializationException { InnerException: { } inner } => In(inner),
        IOException or UnauthorizedAccessException or SecurityException or Win32Exception or PdfException or WordsException => problem.Message,
        _ => null,
    };
}
