using System.Text;
using System.Xml.Linq;
using Toolkit.Tests.Support;
using Toolkit.Writing.Html;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>Headers have one model; what hosts are told comes from it.</summary>
public sealed class DeployTests
{
    private const string Start = "# Headers: written from src/Toolkit/Writing/Html/SecurityHeaders.cs, held by a test.\n";

    [Fact]
    public void Netlify_sends_the_headers_of_the_model()
    {
        var text = Repository.Read("netlify.toml");
        var at = text.IndexOf(Start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("TOOLKIT_ACCEPT") == "1")
        {
            File.WriteAllText(Repository.At("netlify.toml"), (at < 0 ? text : text[..at]) + Start + Blocks());
            return;
        }

        Assert.True(at > 0);
        Assert.Equal(Blocks(), text[(at + Start.Length)..]);
    }

    [Fact]
    public void The_policy_lets_nothing_in_from_elsewhere_and_no_inline_script()
    {
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_carry_the_policy_for_hosts_without_headers()
    {
        // Browsers refuse the whole directive list of a meta tag that says who may frame the page.
        Assert.DoesNotContain("frame-ancestors", SecurityHeaders.MetaPolicy, StringComparison.Ordinal);
        Assert.Contains("MetaPolicy", Repository.Read("theme/Layouts/Shell.razor"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nginx_and_IIS_get_the_headers_that_Netlify_gets()
    {
        var pages = SecurityHeaders.Netlify().Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(": ", 2))
            .Where(header => !header[1].Contains("immutable", StringComparison.Ordinal)).Select(header => (Name: header[0], Value: header[1])).ToArray();
        var nginx = SecurityHeaders.Nginx();
        var iis = XDocument.Parse(SecurityHeaders.Iis()).Descendants("customHeaders").Elements("add")
            .Select(add => ((string)add.Attribute("name")!, (string)add.Attribute("value")!));

        Assert.Contains(pages, header => header.Name == "Content-Security-Policy");
        // Netlify lets browsers ask anew by itself.
        Assert.Equal([.. pages, ("Cache-Control", "no-cache")], iis);
        Assert.Contains("add_header Cache-Control \"no-cache\" always;\n", nginx, StringComparison.Ordinal);
        Assert.All(pages, header => Assert.Contains($"add_header {header.Name} \"{header.Value}\" always;\n", nginx, StringComparison.Ordinal));
        // Within a location that adds a header, nginx drops all that stand outside of it.
        Assert.All(pages, header => Assert.Contains($"add_header {header.Name} ", nginx[nginx.IndexOf("location", StringComparison.Ordinal)..], StringComparison.Ordinal));
    }

    /// <summary>What <c>_headers</c> says, as Netlify's own file writes it.</summary>
    private static string Blocks()
    {
        var text = new StringBuilder();
        foreach (var line in SecurityHeaders.Netlify().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('/'))
            {
                text.Append($"\n[[headers]]\n  for = \"{line}\"\n  [headers.values]\n");
            }
            else
            {
                var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)].Trim(), line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
                text.Append($"    {name} = \"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\"\n");
            }
        }

        return text.ToString();
    }
}
