using Streamix.Media.Transcoder.Pipeline.Texts;

namespace Streamix.Media.Tests.Pipeline;

public sealed class TextTests
{
    [Fact]
    public void Cues_are_read_and_written_without_styles_and_notes()
    {
        var cues = WebVtt.Read("WEBVTT - x\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\n7\r\n00:05.000 --> 00:06.500 align:start\r\nSecond\r\nline\r\n\r\nNOTE nothing\r\n\r\n00:00:01.000 --> 00:00:02.000\r\nFirst\r\n");
        WebVtt.Write(cues!).ShouldBe("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nFirst\n\n00:00:05.000 --> 00:00:06.500 align:start\nSecond\nline\n");
    }

    [Fact]
    public void What_is_no_WebVTT_is_not_read() => WebVtt.Read("1\n00:00:01,000 --> 00:00:02,000\nSRT\n").ShouldBeNull();

    [Fact]
    public void Cues_are_moved_and_cut_to_the_title()
    {
        var cues = WebVtt.Fit([new(0.5, 2, "", "a"), new(3, 9, "", "b"), new(20, 21, "", "c")], shift: -1, duration: 6);
        cues.Select(cue => (cue.From, cue.To, cue.Text)).ShouldBe([(0, 1, "a"), (2, 6, "b")]);
    }

    [Theory]
    [InlineData(new byte[] { 0x47, 0x72, 0xC3, 0xBC, 0x6E }, "Grün")]
    [InlineData(new byte[] { 0x47, 0x72, 0xFC, 0x6E }, "Grün")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x47, 0, 0x72, 0, 0xFC, 0, 0x6E, 0 }, "Grün")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x47 }, "G")]
    public void Files_are_read_in_the_charset_they_are_in(byte[] bytes, string text) => Charset.Read(bytes).ShouldBe(text);
}
