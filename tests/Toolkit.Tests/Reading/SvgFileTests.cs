using Toolkit.Reading;
using Xunit;

namespace Toolkit.Tests.Reading;

/// <summary>An SVG is a picture and nothing else, or is refused where it is more.</summary>
public sealed class SvgFileTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script>")]
    [InlineData("<script href='x.js'/>", "<script>")]
    [InlineData("<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>", "<s:script>")]
    [InlineData("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>", "<h:script>")]
    [InlineData("<h:img xmlns:h='http://www.w3.org/1999/xhtml'/>", "<h:img>")]
    [InlineData("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>", "<foreignObject>")]
    [InlineData("<iframe/>", "<iframe>")]
    [InlineData("<handler type='text/javascript'>alert(1)</handler>", "<handler>")]
    [InlineData("<rect onclick='alert(1)'/>", "runs a script: onclick")]
    [InlineData("<rect ONLOAD='alert(1)'/>", "runs a script: ONLOAD")]
    [InlineData("<animate onbegin='alert(1)'/>", "runs a script")]
    [InlineData("<a href='javascript:alert(1)'><rect/></a>", "leads elsewhere")]
    [InlineData("<a href=' java&#x9;script:alert(1)'><rect/></a>", "leads elsewhere")]
    [InlineData("<a xlink:href='&#106;avascript:alert(1)'><rect/></a>", "leads elsewhere")]
    [InlineData("<a href='https://elsewhere.example/'><rect/></a>", "leads elsewhere")]
    [InlineData("<image href='https://elsewhere.example/x.png'/>", "leads elsewhere")]
    [InlineData("<image href='//elsewhere.example/x.png'/>", "leads elsewhere")]
    [InlineData("<image href='other.svg'/>", "leads elsewhere")]
    [InlineData("<image href='data:image/svg+xml,&lt;svg onload=alert(1)&gt;'/>", "leads elsewhere")]
    [InlineData("<image href='data:text/html,x'/>", "leads elsewhere")]
    [InlineData("<use href='other.svg#x'/>", "leads elsewhere")]
    [InlineData("<g xml:base='https://elsewhere.example/'/>", "leads elsewhere")]
    [InlineData("<set attributeName='href' to='javascript:alert(1)'/>", "changes where something leads")]
    [InlineData("<animate attributeName='xlink:href' values='#;javascript:alert(1)'/>", "changes where something leads")]
    [InlineData("<set attributeName='onclick' to='alert(1)'/>", "changes where something leads")]
    [InlineData("<rect fill='url(https://elsewhere.example/x#y)'/>", "loads something from elsewhere")]
    [InlineData("<rect filter='url( \"x.svg#y\" )'/>", "loads something from elsewhere")]
    [InlineData("<rect style='background:url(//elsewhere.example/x)'/>", "loads something from elsewhere")]
    [InlineData("<rect style='background:u\\72l(//elsewhere.example/x)'/>", "hides letters behind backslashes")]
    [InlineData("<style>@import 'https://elsewhere.example/x.css';</style>", "loads something from elsewhere in its style")]
    [InlineData("<style>@im<![CDATA[port]]> 'x.css';</style>", "loads something from elsewhere in its style")]
    [InlineData("<style>@im<!-- -->port 'x.css';</style>", "loads something from elsewhere in its style")]
    [InlineData("<style>@font-face{src:url(x.woff)}</style>", "loads something from elsewhere in its style")]
    [InlineData("<style>a{background:image-set('x.png' 1x)}</style>", "loads something from elsewhere in its style")]
    [InlineData("<audio src='x.mp3'/>", "<audio>")]
    public void What_has_no_place_in_a_picture_is_named_with_its_line(string inside, string said)
    {
        var problems = Check($"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>\n<g/>\n{inside}\n</svg>");

        Assert.All(problems, p => Assert.Equal(("TK1028", "mark.svg", 3), (p.Code, p.Position!.Value.File, p.Position!.Value.Line)));
        Assert.Contains(problems, p => p.Message.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg xmlns='http://www.w3.org/2000/svg'/>", "document type")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>", "document type")]
    [InlineData("<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]><svg xmlns='http://www.w3.org/2000/svg'/>", "document type")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'>&b;</svg>", "document type")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>", "cannot be read")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "cannot be read")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>\u0001</svg>", "cannot be read")]
    [InlineData("", "cannot be read")]
    [InlineData("No picture.", "cannot be read")]
    [InlineData("<html><body onload='alert(1)'/></html>", "no SVG picture: it starts with <html>")]
    [InlineData("<svg><rect/></svg>", "no SVG picture: it starts with <svg>")]
    [InlineData("<?xml version='1.0' encoding='ISO-2022-JP'?><svg xmlns='http://www.w3.org/2000/svg'/>", "written in 'ISO-2022-JP'")]
    [InlineData("<?xml-stylesheet href='x.css'?><svg xmlns='http://www.w3.org/2000/svg'/>", "a stylesheet of its own")]
    public void What_is_no_plain_picture_is_named(string file, string said)
    {
        var problem = Assert.Single(Check(file));

        Assert.Equal("TK1028", problem.Code);
        Assert.Equal(1, problem.Position!.Value.Line);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<?xml version='1.0' encoding='UTF-8' standalone='no'?>\n<!-- by hand --><svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'><title>Our mark, image (1)</title><rect width='20' fill='#e5f0f4'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><defs><linearGradient id='g'/></defs><rect fill='url(#g)' filter='url( \"#f\" )'/><use xlink:href='#g'/><image href='data:image/png;base64,AAAA'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><style type='text/css'><![CDATA[ .a{fill:url(#g);stroke:#000} @media print{.a{fill:none}} ]]></style><path class='a' d='M0 0L10 10'/><animate attributeName='x' values='0;1'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' inkscape:version='1.3'><metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata><?xpacket begin='x'?><g inkscape:label='Layer \\ 1'/></svg>")]
    public void A_picture_is_left_alone(string file)
    {
        Assert.Empty(Check(file));
        Assert.False(SvgFile.Check(new SourceText("mark.svg", file), new ProblemLog()));
    }

    [Theory]
    [InlineData("inkscape:export-filename='/home/anna/shelter/mark.png'", "")]
    [InlineData("", "<metadata><dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>Anna</dc:creator></metadata>")]
    public void Whoever_drew_it_is_noticed(string attribute, string inside) =>
        Assert.True(SvgFile.Check(new SourceText("mark.svg", $"<svg xmlns='http://www.w3.org/2000/svg' xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' {attribute}>{inside}</svg>"), new ProblemLog()));

    [Fact(Timeout = 20_000)]
    public Task Depth_and_size_do_not_matter() => Task.Run(
        () =>
        {
            var deep = string.Concat(Enumerable.Repeat("<g>", 200_000)) + string.Concat(Enumerable.Repeat("</g>", 200_000));
            Assert.Empty(Check($"<svg xmlns='http://www.w3.org/2000/svg'>{deep}</svg>"));
            Assert.Single(Check($"<svg xmlns='http://www.w3.org/2000/svg'><style>{new string('(', 2_000_000)}\\</style></svg>"));
        },
        TestContext.Current.CancellationToken);

    private static IReadOnlyList<Toolkit.Model.Problem> Check(string file)
    {
        var log = new ProblemLog();
        SvgFile.Check(new SourceText("mark.svg", file), log);
        return log.All;
    }
}
