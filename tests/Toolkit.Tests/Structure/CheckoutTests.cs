using System.Text.Json;
using System.Text.RegularExpressions;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>A build changes no file of the checkout, on whatever computer it runs.</summary>
public sealed partial class CheckoutTests
{
    [Fact]
    public void Npm_installs_what_the_lock_files_say_and_never_writes_them()
    {
        string[] files =
        [
            .. Repository.Files("src", "*.cs"), .. Repository.Files("theme", "*.csproj"), .. Repository.Files("theme", "*.mjs"), .. Repository.Files("theme", "package.json"),
            .. Repository.Files("tests", "*.cs").Where(f => !f.EndsWith("CheckoutTests.cs", StringComparison.Ordinal)),
            .. Repository.Files(".github"), .. Repository.Files(".ci"), "netlify.toml",
        ];

        Assert.DoesNotContain(files, f => Installs().IsMatch(Repository.Read(f)));
        Assert.Contains(files, f => Repository.Read(f).Contains("npm ci", StringComparison.Ordinal));
    }

    /// <summary>Where a platform's package is missing, npm adds it on that platform; <c>npm ci</c> would go without.</summary>
    [Fact]
    public void Lock_files_hold_every_package_that_some_platform_needs()
    {
        var named = 0;
        foreach (var file in Repository.Files("theme", "package-lock.json"))
        {
            using var json = JsonDocument.Parse(Repository.Read(file));
            var packages = json.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0).ToList();
            var there = packages.Select(p => p.Name.Split("node_modules/")[^1]).ToHashSet();
            var wanted = packages.Where(p => p.Value.TryGetProperty("optionalDependencies", out _))
                .SelectMany(p => p.Value.GetProperty("optionalDependencies").EnumerateObject().Select(d => d.Name)).ToList();
            named += wanted.Count;

            Assert.Empty(wanted.Except(there));
            Assert.All(packages, p => Assert.True(p.Value.TryGetProperty("integrity", out _), $"{file}: {p.Name}"));
        }

        Assert.True(named > 11);
    }

    [Fact]
    public async Task The_guide_is_built_without_a_change_to_what_it_is_built_from() => Assert.Empty(await BuiltGuide.ChangedFiles);

    [GeneratedRegex(@"\bnpm(?:\.cmd)?[""',\s]+(?:install|i|update|add)\b|""npm"",\s*""install")]
    private static partial Regex Installs();
}
