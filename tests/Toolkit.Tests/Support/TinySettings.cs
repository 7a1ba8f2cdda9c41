namespace Toolkit.Tests.Support;

/// <summary>Settings of made-up sites, in the tests of the program and in those of the browser.</summary>
public static class TinySettings
{
    /// <summary>A whole <c>settings.yml</c> with a scale and a list.</summary>
    public const string Text = """
        SiteTitle: Tiny
        GuideVersion: "1"
        Credit: Made up for a test.
        Scales:
          in-place:
            Options:
              - { Id: not-yet, Label: Not yet, Value: 0 }
              - { Id: in-place, Label: In place, Value: 1 }
            NotApplicable: { Id: does-not-apply, Label: Does not apply }
        Lists:
          tie:
            - { Id: close, Label: Close }
            - { Id: far, Label: Far }

        """;
}
