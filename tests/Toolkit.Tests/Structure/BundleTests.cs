using System.Text.Json;
using System.Text.RegularExpressions;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>
/// What stands in which script that pages load. A module that stands in two of them exists twice on a page, so one that
/// remembers something may stand in one alone; others reach it by what that script provides.
/// </summary>
public sealed partial class BundleTests
{
    /// <summary>Bytes of modules that stand in a script once more, before the second minifier: small shared things may, within this. A part with a script of its own, as the meeting is since, repeats some 14,000.</summary>
    private const int MostRepeated = 240_000;

    /// <summary>Modules that remember something and stand in several scripts, and why each copy may remember it on its own.</summary>
    private static readonly Dictionary<string, string> MayRepeat = new(StringComparer.Ordinal)
    {
        ["scripts/workbook/guide-index.ts"] = "a formatter of days that is made once; each gives the same words",
        ["scripts/documents/crc32.ts"] = "a table that is computed once; each is the same",
        ["scripts/documents/dates.ts"] = "names of months, which are made once; each gives the same",
        ["scripts/storage/cipher.ts"] = "whether encryption answers: each copy notices by itself when it does not",
    };

    /// <summary>Bytes of each module by the script that it stands in.</summary>
    private static readonly Lazy<Task<Dictionary<string, Dictionary<string, int>>>> Shipped = new(ShippedAsync);

    [Fact]
    public async Task A_module_that_remembers_something_stands_in_one_script()
    {
        var shipped = await Shipped.Value;
        var several = shipped.Where(m => m.Value.Count > 1 && m.Key.StartsWith("scripts/", StringComparison.Ordinal) && Remembers(Repository.Read($"theme/{m.Key}"))).Select(m => m.Key);

        Assert.True(shipped.Count > 100);
        Assert.Equal(MayRepeat.Keys.Order(StringComparer.Ordinal), several.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_stands_in_several_scripts_is_little()
    {
        var shipped = await Shipped.Value;

        Assert.InRange(shipped.Values.Sum(bytes => bytes.Values.Sum() - bytes.Values.Max()), 1, MostRepeated);
    }

    [Theory]
    [InlineData("let late: Promise<unknown> | null = null", true)]
    [InlineData("export let n = 0", true)]
    [InlineData("const waiting = new Map<string, Waiting>()", true)]
    [InlineData("const ask = circuit()", true)]
    [InlineData("const skipped = new Set(['a'])", false)]
    [InlineData("const closed: ReadonlySet<string> = new Set()", false)]
    [InlineData("  let inside = 0", false)]
    public void What_remembers_something_is_known(string line, bool remembers) => Assert.Equal(remembers, Remembers($"import {{ a }} from './a.ts'\n{line}\n"));

    /// <summary>A name is said shorter only where nothing but our own calls of a method can mean it.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("const b = { stirSoup: 1 }", false)]
    [InlineData("interface B { stirSoup: string }", false)]
    [InlineData("class B { stirSoup = 1 }", false)]
    [InlineData("const b = 'stirSoup'", false)]
    [InlineData("export const stirSoup = 'a word'", false)]
    [InlineData("declare global { interface Window { b: { stirSoup (): void } } }", false)]
    [InlineData("class B { getItem () {} }", true)]
    public async Task A_method_s_name_is_said_shorter_where_it_means_nothing_else(string more, bool shorter)
    {
        var sources = JsonSerializer.Serialize(new[] { "class A { stirSoup () {} }", more });
        var result = await Programs.Run(
            Programs.Need("node"),
            ["--input-type=module", "-e", $"import {{ methodNames }} from './shorten.mjs'; console.log(methodNames({sources}).join())"],
            folder: Repository.At("theme"));

        Assert.Equal(shorter ? "stirSoup" : "", result.Output.Trim());
    }

    private static bool Remembers(string text) => State().IsMatch(text);

    private static async Task<Dictionary<string, Dictionary<string, int>>> ShippedAsync()
    {
        var result = await Programs.Run(Programs.Need("node"), ["shipped.mjs"], TimeSpan.FromMinutes(2), Repository.At("theme"));

        Assert.True(result.ExitCode == 0, result.Errors);
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, int>>>(result.Output)!;
    }

    // A variable of the module, a collection that is filled later, or something that is made to remember.
    [GeneratedRegex(@"^(?:export )?(?:let |const \w+(?:: (?!Readonly)[^=]+)? = (?:new (?:Map|Set|WeakMap|WeakSet)(?:<[^()]*>)?\(\)|circuit\(\)))", RegexOptions.Multiline)]
    private static partial Regex State();
}
