using System.Text.RegularExpressions;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>The house is one-way: which folder may name which, and which package comes in by which door.</summary>
public sealed partial class ArrowTests
{
    private static readonly string[] SourceFolders = ["src", "theme", "tests"];

    /// <summary>A folder of the library, and the folders beside it that it may name.</summary>
    public static TheoryData<string, string[]> Folders() => new()
    {
        { "Words", [] },
        { "Model", ["Words"] },
        { "Reading", ["Model", "Words"] },
        { "Writing", ["Model", "Words"] },
        { "Checking", ["Model", "Reading", "Writing", "Words"] },
        { "Blocks", ["Model", "Reading", "Writing", "Words"] },
    };

    /// <summary>A package by its namespace, and the files that may name it.</summary>
    public static TheoryData<string, string> Doors() => new()
    {
        { "Markdig", @"^src/Toolkit/Reading/|^src/Toolkit/Blocks/((\w+/)?\w+Syntax|Instrument\w+|ItemGroups)\.cs$" },
        { "YamlDotNet", "^src/Toolkit/Reading/|^tests/" },
        { "DocumentFormat.OpenXml", @"^src/Toolkit/Writing/Docx/|^src/Toolkit/Blocks/\w+/\w+Docx\.cs$|^tests/" },
        { "System.IO.Packaging", "^src/Toolkit/Writing/Docx/|^tests/" },
        { "AngleSharp", "^src/Toolkit/Checking/|^tests/" },
        { "System.CommandLine", "^src/Toolkit.Cli/" },
        { "Spectre.Console", "^src/Toolkit.Cli/" },
        { "Microsoft.AspNetCore.Components", "^src/Toolkit/Writing/Html/|^theme/" },
        { "Microsoft.Playwright", "^tests/Toolkit.BrowserTests/|^tests/Toolkit.Benchmarks/Browser/" },
        { "Deque.AxeCore", "^tests/Toolkit.BrowserTests/" },
    };

    /// <summary>An npm package, and the files that may name it.</summary>
    public static TheoryData<string, string> ScriptDoors() => new()
    {
        { "typst", @"^src/Toolkit/Writing/Pdf/|^src/Toolkit/Blocks/\w+/\w+Pdf\.cs$|^theme/pdf/|^tests/Toolkit.Benchmarks/peer/" },
        { "minisearch", "^theme/scripts/search/" },
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_of_the_library_names_only_those_it_stands_on(string folder, string[] allowed)
    {
        var siblings = Directory.GetDirectories(Repository.At("src/Toolkit")).Select(f => Path.GetFileName(f)!)
            .Where(name => name != folder && !allowed.Contains(name) && name is not ("bin" or "obj"))
            .ToArray();
        var broken = from file in Repository.Files($"src/Toolkit/{folder}", "*.cs")
                     from sibling in siblings
                     where Names(Repository.Read(file), sibling)
                     select $"{file} names {sibling}";

        Assert.Empty(broken);
    }

    [Fact]
    public void Blocks_do_not_name_each_other()
    {
        var blocks = Directory.GetDirectories(Repository.At("src/Toolkit/Blocks")).Select(f => Path.GetFileName(f)!).ToArray();
        var broken = from block in blocks
                     from file in Repository.Files($"src/Toolkit/Blocks/{block}", "*.cs")
                     from other in blocks
                     where other != block && Repository.Read(file).Contains($"Toolkit.Blocks.{other}", StringComparison.Ordinal)
                     select $"{file} names {other}";

        Assert.Empty(broken);
    }

    [Fact]
    public void The_library_names_neither_the_theme_nor_the_command_line()
    {
        var broken = from file in Repository.Files("src/Toolkit", "*.cs")
                     let text = Repository.Read(file)
                     where text.Contains("Toolkit.Theme", StringComparison.Ordinal) || text.Contains("Toolkit.Cli", StringComparison.Ordinal)
                     select file;

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public void A_package_comes_in_by_its_door(string package, string door)
    {
        var users = Sources("*.cs").Concat(Sources("*.razor"))
            .Where(file => Regex.IsMatch(Repository.Read(file), $@"(?<![\w.]){Regex.Escape(package)}\b"))
            .Where(file => !file.EndsWith("/Structure/ArrowTests.cs", StringComparison.Ordinal))
            .ToArray();

        Assert.All(users, file => Assert.Matches(door, file));
    }

    [Theory]
    [MemberData(nameof(ScriptDoors))]
    public void An_npm_package_comes_in_by_its_door(string package, string door)
    {
        var users = Sources("*.ts").Concat(Sources("*.mjs")).Concat(Sources("*.cs"))
            .Where(file => Regex.IsMatch(Repository.Read(file), $@"(from|import|import\(|require\(|\)\() ?['""]([^'""]*[-/@])?{package}([-/][^'""]*)?['""]"))
            .ToArray();

        // A door for a package that nobody uses guards nothing.
        Assert.NotEmpty(users);
        Assert.All(users, file => Assert.Matches(door, file));
    }

    [Fact]
    public void Every_package_that_is_referenced_is_used()
    {
        var sources = Sources("*.cs").Concat(Sources("*.razor")).Concat(Sources("*.csproj")).Select(Repository.Read).ToArray();
        var packages = PackageVersion().Matches(Repository.Read("Directory.Packages.props")).Select(m => m.Groups[1].Value);

        Assert.All(packages, package =>
            Assert.Contains(sources, text => text.Contains($"PackageReference Include=\"{package}\"", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Sources(string pattern) =>
        SourceFolders.SelectMany(folder => Repository.Files(folder, pattern));

    private static bool Names(string text, string folder) =>
        Regex.IsMatch(text, $@"\bToolkit\.{folder}\b|(?<![\w.""]){folder}\.[A-Z]\w*(?=[\s(<.,;)?>])");

    [GeneratedRegex("PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex PackageVersion();
}
