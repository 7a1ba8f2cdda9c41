using System.Runtime.CompilerServices;
using Xunit;

namespace Toolkit.Tests.Support;

/// <summary>
/// Text that somebody read and approved. On a difference the new text is written beside the approved file as
/// <c>*.received.*</c>: read it, and rename it if it is right.
/// </summary>
public static class Approved
{
    /// <summary>Compares a text with <c>Approved/NAME</c> beside the test's source file.</summary>
    public static void Text(string name, string text, [CallerFilePath] string source = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(source)!, "Approved");
        var file = Path.Combine(folder, name);
        var received = Path.Combine(folder, Path.GetFileNameWithoutExtension(name) + ".received" + Path.GetExtension(name));
        var approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (approved == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, text);
        Assert.Fail($"{file} differs from what was made now; see {received}.\n{FirstDifference(approved, text)}");
    }

    private static string FirstDifference(string approved, string text)
    {
        var (before, now) = (approved.Split('\n'), text.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(before.Length, now.Length)).First(i => before.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"Line {line + 1} was:\n  {before.ElementAtOrDefault(line)}\nand is:\n  {now.ElementAtOrDefault(line)}";
    }
}
