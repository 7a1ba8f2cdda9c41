using System.Text.Json;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Html;

/// <summary>Every page of the real guide against the HTML standard, by the checker of those who write it.</summary>
public sealed class NuCheckerTests
{
    /// <summary>
    /// What the checker holds for an error and we keep. Rows of these tables become cards on a narrow page, which takes the meaning
    /// of rows and cells from older browsers, those of Apple above all; roles in the markup give it back.
    /// </summary>
    private const string RolesOfCards = "attribute must not be used on a";

    [Fact]
    public async Task No_page_has_an_error_that_has_no_reason()
    {
        var java = Programs.Need("java");
        var folder = Repository.At("tests/vnu");
        var jar = Path.Combine(folder, "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
        if (!File.Exists(jar))
        {
            var npm = await Programs.Run(Programs.Need("npm"), ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], TimeSpan.FromMinutes(3), folder);
            Assert.True(npm.ExitCode == 0, npm.Output + npm.Errors);
        }

        var output = await BuiltGuide.Output;
        var result = await Programs.Run(java, ["-Xmx700m", "-jar", jar, "--format", "json", "--skip-non-html", "--exit-zero-always", output], TimeSpan.FromMinutes(3));
        using var report = JsonDocument.Parse(result.Errors);
        var messages = report.RootElement.GetProperty("messages").EnumerateArray().ToList();

        // The checker read the pages: it remarks on each how its elements without content are closed. What leads on from an old address has none.
        Assert.Equal(
            Directory.GetFiles(output, "*.html", SearchOption.AllDirectories).Where(file => File.ReadAllText(file).Contains("<main", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            messages.Select(m => PathOf(m)).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(messages.Where(IsWrong).Select(m => $"{Path.GetRelativePath(output, PathOf(m))}:{m.GetProperty("lastLine")}: {m.GetProperty("message")}"));
    }

    /// <summary>Full path of the page that a message is about; the checker writes <c>file:/folder/page.html</c>.</summary>
    private static string PathOf(JsonElement message) => Uri.UnescapeDataString(message.GetProperty("url").GetString()!["file:".Length..]);

    private static bool IsWrong(JsonElement message)
    {
        var text = message.GetProperty("message").GetString()!;
        if (message.GetProperty("type").GetString() != "error")
        {
            return text.Contains("lacks heading", StringComparison.Ordinal);
        }

        // Of the sheet in pages of tools it does not know what browsers know by now, such as fields that grow with what is typed; stylelint looks after styles.
        if (text.StartsWith("CSS: ", StringComparison.Ordinal))
        {
            return false;
        }

        return !(text.Contains(RolesOfCards, StringComparison.Ordinal) && text.Contains("“table” ancestor", StringComparison.Ordinal));
    }
}
