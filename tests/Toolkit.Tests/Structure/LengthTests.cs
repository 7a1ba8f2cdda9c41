using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>A file has one subject and a function one task; what is longer than this has grown a second one.</summary>
public sealed class LengthTests
{
    private const int LongestFile = 350;
    private const int LongestFunction = 80;

    /// <summary>Files that may be longer, and why.</summary>
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal)
    {
        ["theme/scripts/compare/compare.test.ts"] = "one table of cases after the other, on one made-up guide",
        ["theme/scripts/workbook/beside.test.ts"] = "all orders of two tabs, on one made-up workbook",
        ["theme/scripts/storage/testing/world.ts"] = "the whole of what a browser does that keeps answers",
        ["tests/Toolkit.BrowserTests/Journeys/ExitTests.cs"] = "one list of all that must not leave, and one of all that must",
        ["tests/Toolkit.BrowserTests/Workbook/KeepingTests.cs"] = "one journey for each place where answers live",
        ["tests/Toolkit.Tests/Sites/OutputFolderTests.cs"] = "one case for each thing that may lie in the output's place",
    };

    /// <summary>Functions that may be longer, by file and first words (all of them where there are none), and why.</summary>
    private static readonly Dictionary<(string File, string Begins), string> LongFunctions = new()
    {
        [("theme/scripts/storage/testing/schedules.ts", "")] = "one schedule from beginning to end, beside the ledger of what it may lose",
        [("tests/Toolkit.BrowserTests/Journeys/ExitTests.cs", "public async Task Shift_as_part_of_other_work_does_not_leave()")] = "one list of what people do with Shift",
        [("tests/Toolkit.Tests/Sites/NamesTests.cs", "public async Task Every_name_that_is_taken_leads_to_its_page_from_everywhere()")] = "one site, and all addresses in it",
    };

    /// <summary>Our own sources, of both languages.</summary>
    private static readonly IReadOnlyList<string> Sources =
    [
        .. new[] { "src", "theme", "tests" }.SelectMany(folder => Repository.Files(folder, "*.cs")),
        .. Repository.Files("theme", "*.ts"),
        .. Repository.Files("theme", "*.mjs"),
    ];

    [Fact]
    public void A_file_is_short()
    {
        var found = Sources.Where(f => Lengths.Of(Repository.Read(f)) > LongestFile).ToList();

        Assert.True(Sources.Count > 500);
        Assert.Equal(LongFiles.Keys.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_function_is_short()
    {
        var functions = Sources.SelectMany(f => Of(f, Repository.Read(f)).Select(function => (File: f, Function: function))).ToList();
        var found = functions.Where(f => f.Function.Lines > LongestFunction).ToList();

        Assert.True(functions.Count > 3000);
        Assert.Empty(found.Where(f => !LongFunctions.Keys.Any(k => IsIt(k, f))).Select(f => $"{f.File}:{f.Function.Line} has {f.Function.Lines} lines: {f.Function.Name}"));
        Assert.Empty(LongFunctions.Keys.Where(k => !found.Any(f => IsIt(k, f))).Select(k => $"{k.File}: {k.Begins} is short by now"));

        static bool IsIt((string File, string Begins) known, (string File, Lengths.Function Function) found) =>
            known.File == found.File && found.Function.Name.StartsWith(known.Begins, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_is_measured_from_its_first_line_to_its_last_brace()
    {
        const string Text = """
            namespace A;

            public sealed class B
            {
                public int C(
                    int d, int e)
                {
                    if (d > e)
                    {
                        return d;
                    }

                    return e;
                }
            }
            """;

        Assert.Equal([new("public int C(", 5, 10), new("if (d > e)", 8, 4)], Lengths.OfCSharp(Text));
    }

    [Fact]
    public void A_script_s_function_is_measured_whatever_its_kind()
    {
        const string Text = """
            export function a (
              b: string, c: string
            ): string {
              const d = (e: string): string => {
                return e
              }
              return d(b + c)
            }
            export const words = {
              f: 'g'
            }
            class H {
              async #i (): Promise<void> {
                j(() => {
                  k()
                })
              }
            }
            """;

        Assert.Equal(
            [new("export function a (", 1, 8), new("const d = (e: string): string => {", 4, 3), new("async #i (): Promise<void> {", 13, 5), new("j(() => {", 14, 3)],
            Lengths.OfScript(Text));
    }

    private static IEnumerable<Lengths.Function> Of(string file, string text) => file.EndsWith(".cs", StringComparison.Ordinal) ? Lengths.OfCSharp(text) : Lengths.OfScript(text);
}
