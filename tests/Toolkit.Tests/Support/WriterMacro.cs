using System.Security;
using Xunit;

namespace Toolkit.Tests.Support;

/// <summary>Runs a macro in LibreOffice Writer, without a window, in a profile of its own.</summary>
public static class WriterMacro
{
    private const string Header =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
        <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
        """;

    /// <summary>Runs <paramref name="macro"/> of the Basic source; the last argument is the file that it makes.</summary>
    public static async Task Run(string source, string macro, params string[] files)
    {
        var soffice = Programs.Need("soffice", "libreoffice");
        using var profile = new TemporaryFolder();
        string[] arguments = ["-env:UserInstallation=" + new Uri(profile.Path).AbsoluteUri, "--headless", "--norestore"];
        // The first start lays out the profile and overwrites what is in it.
        await Programs.Run(soffice, [.. arguments, "--terminate_after_init"], TimeSpan.FromMinutes(1));
        var standard = Path.Combine(profile.Path, "user", "basic", "Standard");
        Directory.CreateDirectory(standard);
        await File.WriteAllTextAsync(Path.Combine(standard, "Module1.xba"), Header + SecurityElement.Escape(source) + "</script:module>", TestContext.Current.CancellationToken);
        var result = await Programs.Run(soffice, [.. arguments, $"macro:///Standard.Module1.{macro}({string.Join(',', files)})"], TimeSpan.FromMinutes(2));
        Assert.True(File.Exists(files[^1]), $"The macro {macro} made nothing. {result.Output}{result.Errors}");
    }
}
