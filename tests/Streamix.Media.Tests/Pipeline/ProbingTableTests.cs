using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Tests.Pipeline;

public sealed class ProbingTableTests
{
    [Theory]
    [InlineData(720, 576, 16.0 / 11, 0, 1046, 576)]
    [InlineData(720, 480, 8.0 / 9, 0, 720, 540)]
    [InlineData(1920, 1080, 1, 90, 1080, 1920)]
    [InlineData(1920, 1080, 1, 180, 1920, 1080)]
    [InlineData(1441, 1079, 1, 0, 1440, 1078)]
    public void Frames_are_shown_upright_with_square_pixels_and_even_sides(int width, int height, double aspect, int rotation, int shownWidth, int shownHeight) =>
        Frame.Shown(width, height, aspect, rotation).ShouldBe((shownWidth, shownHeight));

    [Theory]
    [InlineData("eng", "en")]
    [InlineData("ger", "de")]
    [InlineData("deu", "de")]
    [InlineData("pt-br", "pt-BR")]
    [InlineData("haw", "haw")]
    [InlineData("", "und")]
    [InlineData(null, "und")]
    [InlineData("<script>", "und")]
    public void Languages_become_BCP_47(string? told, string language) => Languages.Of(told).ShouldBe(language);

    [Theory]
    [InlineData("0:01:02.345678", 62.345678)]
    [InlineData("-0:00:00.040000", -0.04)]
    [InlineData("1.5", 1.5)]
    [InlineData("N/A", 0)]
    public void Times_are_read_as_ffprobe_writes_them(string text, double seconds) => Seconds.Parse(text).ShouldBe(seconds, 1e-9);

    [Fact]
    public void Packets_are_read_in_the_order_of_showing_without_the_never_shown()
    {
        var packets = PacketTable.Read(["#tb 0: 1/1000", "0, -40, 0, 40, 900, 0x1", "0, 0, 80, 40, 100, 0x2, F=0x0", "0, 40, 40, 40, 50, 0x3, F=0x0", "0, 60, 60, 40, 50, 0x3, F=0x4", "0, 80, NOPTS, 40, 50, 0x3"]);
        packets.Select(packet => (Math.Round(packet.Time, 3), packet.Key)).ShouldBe([(0, true), (0.04, false), (0.08, false), (0.08, true)]);
    }

    [Theory]
    [InlineData("#EXTM3U\n", "Pointer")]
    [InlineData("\uFEFF#EXTM3U\n", "Pointer")]
    [InlineData("ffconcat version 1.0", "Pointer")]
    [InlineData("<?xml version='1.0'?><MPD/>", "Pointer")]
    [InlineData("PK\u0003\u0004", "Archive")]
    [InlineData("%PDF-1.7", "Document")]
    [InlineData("RIFF1234AVI LIST", "Media")]
    [InlineData("1234ftypisom....", "Media")]
    [InlineData("anything", "Unknown")]
    public void Files_are_known_by_their_first_bytes(string head, string signature) => Signatures.Of(System.Text.Encoding.UTF8.GetBytes(head)).ToString().ShouldBe(signature);
}
