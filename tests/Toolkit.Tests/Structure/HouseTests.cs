using System.Text.Json;
using System.Text.RegularExpressions;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>Rules of the house that no compiler knows.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] DependencyKinds = ["dependencies", "devDependencies", "optionalDependencies"];

    [Fact]
    public void Paths_that_the_documentation_names_exist()
    {
        var documents = Repository.Files("docs", "*.md").Where(f => !f.StartsWith("docs/decisions/", StringComparison.Ordinal)).Append("README.md").Append("CONTRIBUTING.md");
        var missing = from document in documents
                      from Match path in PathInText().Matches(Repository.Read(document))
                      let name = path.Groups[1].Value
                      where !Exists(name)
                      select $"{document}: {name}";

        Assert.Empty(missing);
    }

    [Fact]
    public void Architecture_names_the_files_in_the_order_to_open_them() =>
        Assert.True(PathInText().Count(Repository.Read("docs/architecture.md")) > 15);

    [Fact]
    public void Every_project_and_package_folder_has_a_lock_file()
    {
        var projects = Repository.Files("src", "*.csproj").Concat(Repository.Files("theme", "*.csproj")).Concat(Repository.Files("tests", "*.csproj")).ToArray();
        var packages = NpmFiles("package.json");

        Assert.True(projects.Length >= 5);
        Assert.NotEmpty(packages);
        Assert.All(projects, p => Assert.True(File.Exists(Repository.At(Path.Combine(Path.GetDirectoryName(p)!, "packages.lock.json"))), p));
        Assert.All(packages, p => Assert.True(File.Exists(Repository.At(Path.Combine(Path.GetDirectoryName(p)!, "package-lock.json"))), p));
    }

    [Fact]
    public void Npm_versions_are_exact()
    {
        foreach (var file in NpmFiles("package.json"))
        {
            using var json = JsonDocument.Parse(Repository.Read(file));
            var versions = DependencyKinds
                .Where(kind => json.RootElement.TryGetProperty(kind, out _))
                .SelectMany(kind => json.RootElement.GetProperty(kind).EnumerateObject());

            Assert.All(versions, v => Assert.Matches(@"^\d+\.\d+\.\d+[\w.-]*$", v.Value.GetString()));
        }
    }

    /// <summary>A promise counts as true: such a wait is over before it began, and its test cannot fail.</summary>
    [Fact]
    public void No_browser_test_waits_for_an_asynchronous_function() =>
        Assert.DoesNotContain(
            Repository.Files("tests/Toolkit.BrowserTests", "*.cs"), f => Regex.IsMatch(Repository.Read(f), @"WaitForFunctionAsync\(\s*[$@""]*\s*async\b"));

    [Fact]
    public void The_checks_of_scripts_know_the_same_language_as_the_compiler()
    {
        static string? TypeScript(string file)
        {
            using var json = JsonDocument.Parse(Repository.Read(file));
            return json.RootElement.GetProperty("devDependencies").GetProperty("typescript").GetString();
        }

        Assert.Equal(TypeScript("theme/package.json"), TypeScript("tests/lint/package.json"));
    }

    [Fact]
    public void Lock_files_name_no_registry() =>
        Assert.All(NpmFiles("package-lock.json"), f => Assert.DoesNotContain("\"resolved\": \"http", Repository.Read(f)));

    [Fact]
    public void Every_problem_code_in_the_source_is_explained_and_none_besides()
    {
        var used = Repository.Files("src", "*.cs").SelectMany(f => Code().Matches(Repository.Read(f))).Select(m => m.Value).Where(c => c != "TK0000").ToHashSet();
        var explained = Code().Matches(Repository.Read("docs/problems.md")).Select(m => m.Value).ToHashSet();

        Assert.Equal([], used.Except(explained).Order());
        Assert.Equal([], explained.Except(used).Order());
    }

    [Fact]
    public void Every_key_that_a_page_may_have_is_explained_to_authors()
    {
        var told = Repository.Read("docs/authoring.md");

        Assert.DoesNotContain(Toolkit.Reading.PageSource.Keys, key => !Regex.IsMatch(told, $"`{key}[`:]"));
    }

    [Fact]
    public void Decisions_are_dated() =>
        Assert.All(Repository.Files("docs/decisions", "*.md"), f => Assert.Matches(@"(?m)^\d{4}-\d{2}-\d{2}", Repository.Read(f)));

    [Fact]
    public void Files_stay_small_enough_to_read()
    {
        var long_ = from file in Repository.Files("src", "*.cs").Concat(Repository.Files("theme", "*.ts")).Concat(Repository.Files("theme", "*.razor"))
                    let lines = File.ReadLines(Repository.At(file)).Count()
                    where lines > 600
                    select $"{file}: {lines} lines";

        Assert.Empty(long_);
    }

    private static bool Exists(string name)
    {
        var path = name.TrimEnd('/', '*').TrimEnd('/');
        return File.Exists(Repository.At(path)) || Directory.Exists(Repository.At(path)) || Made().IsMatch(path);
    }

    private static IEnumerable<string> NpmFiles(string name) => Repository.Files("theme", name).Concat(Repository.Files("tests/lint", name));

    /// <summary>A path in backticks that starts with one of the folders of the root, without placeholders.</summary>
    [GeneratedRegex(@"`((?:src|theme|tests|docs|input|\.ci|\.github)/[\w./-]*\*?)`")]
    private static partial Regex PathInText();

    /// <summary>Folders that a build makes.</summary>
    [GeneratedRegex("^theme/dist(/|$)")]
    private static partial Regex Made();

    [GeneratedRegex(@"\bTK\d{4}\b")]
    private static partial Regex Code();
}
