using System.Buffers.Binary;
using Toolkit.Cli;
using Toolkit.Reading;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Reading;

/// <summary>Pictures that are none are named on the line that shows them.</summary>
public sealed class PicturesTests
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=");

    private static readonly byte[] Gif = Convert.FromBase64String("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=");

    private static readonly byte[] Svg = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><path d='M0 0'/></svg>"u8.ToArray();

    public static TheoryData<string, byte[]> Right() => new()
    {
        { ".png", Png }, { ".jpg", Jpeg }, { ".jpeg", Jpeg }, { ".gif", Gif }, { ".svg", Svg },
    };

    [Theory]
    [MemberData(nameof(Right))]
    public void A_picture_is_taken_and_no_part_of_it(string ending, byte[] bytes)
    {
        Assert.Null(Pictures.FaultOf(bytes, ending));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.True(Pictures.FaultOf(bytes[..length], ending) is not null, $"{length} of {bytes.Length} bytes of a {ending} file are taken");
        }
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void A_picture_by_another_name_is_not(string ending, byte[] bytes)
    {
        foreach (var other in new[] { ".png", ".jpg", ".gif", ".webp", ".svg", ".bmp", "" }.Where(o => o != ending && (o, ending) is not (".jpg", ".jpeg")))
        {
            Assert.NotNull(Pictures.FaultOf(bytes, other));
        }
    }

    [Fact]
    public void Sizes_that_no_picture_has_are_refused()
    {
        foreach (var (width, height) in new[] { (0u, 1u), (1u, 0u), (uint.MaxValue, 1u), (100_000u, 100_000u), (2u, 1u), (1u, 2u) })
        {
            var png = Png.ToArray();
            BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), width);
            BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), height);
            BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
            Assert.NotNull(Pictures.FaultOf(png, ".png"));
        }
    }

    [Fact]
    public void A_bit_that_was_lost_is_found()
    {
        // Behind the last chunk of data nothing of the picture is left.
        for (var at = 0; at < Png.Length; at++)
        {
            var png = Png.ToArray();
            png[at] ^= 0x10;
            Assert.True(Pictures.FaultOf(png, ".png") is not null, $"byte {at}");
        }
    }

    [Fact]
    public async Task Each_is_named_where_it_is_shown()
    {
        using var site = new SiteRun();
        site.With("text.png", "Just words.\n").With("empty.png", []).With("cut.png", Png[..40]).With("renamed.png", Jpeg).With("page.svg", "<html><body/></html>").With("bomb.svg", "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>")
            .WithPage("guide/one.md", "![A figure](../text.png)\n\nSee ![one](../empty.png) and ![two](../cut.png).\n\n![A figure](../renamed.png)\n\n![A figure](../page.svg) ![another](../bomb.svg)", "Title: One\nLayout: chapter");

        await site.Run("build", "--no-cache");

        Assert.Equal(ExitCode.ContentErrors, site.ExitCode);
        Assert.Equal(
            ["input/guide/one.md:6:1", "input/guide/one.md:8:5", "input/guide/one.md:8:30", "input/guide/one.md:10:1", "input/guide/one.md:12:1", "input/guide/one.md:12:26"],
            // What is wrong with the files themselves is said of them, too.
            site.Problems.Where(p => p.Contains(": error TK3009: ", StringComparison.Ordinal)).Select(p => string.Join(':', p.Split(':')[..3])));
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 & (0 - (sum & 1)));
            }
        }

        return ~sum;
    }
}
