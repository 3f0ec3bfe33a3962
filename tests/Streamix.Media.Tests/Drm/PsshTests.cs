using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Pssh;

namespace Streamix.Media.Tests.Drm;

public sealed class PsshTests
{
    /// <summary>The example of W3C's "cenc" initialisation data format: key ids "0123456789012345" and "ABCDEFGHIJKLMNOP".</summary>
    private const string W3CExample =
        "00000044" + "70737368" + "01000000" + "1077efecc0b24d02ace33c1e52e2fb4b" + "00000002"
        + "30313233343536373839303132333435" + "4142434445464748494a4b4c4d4e4f50" + "00000000";

    /// <summary>A published Widevine box of version 0: algorithm, key id, provider, content id, track type.</summary>
    private const string PublishedWidevine = "000000487073736800000000edef8ba979d64acea3c827dcd51d21ed00000028080112102689984b4c705437a9819021fcb10ae01a0468756c75220835313030393338362a024844";

    private static readonly Guid Digits = KeyId.Read("0123456789012345"u8);
    private static readonly Guid Letters = KeyId.Read("ABCDEFGHIJKLMNOP"u8);

    [Fact]
    public void CommonBox_OfTwoKeyIds_IsTheExampleOfW3C() => Convert.ToHexStringLower(CommonBox.Of([Digits, Letters])).ShouldBe(W3CExample);

    [Fact]
    public void WidevineBox_OfAKeyId_IsWhatShakaPackagerWrites()
    {
        // key_id = 2, protection_scheme = 9 with the four characters "cenc".
        const string data = "1210" + "30313233343536373839303132333435" + "48e3dc959b06";
        Convert.ToHexStringLower(WidevineBox.Of([Digits], contentId: null, "cenc"))
            .ShouldBe("00000038" + "70737368" + "00000000" + "edef8ba979d64acea3c827dcd51d21ed" + "00000018" + data);
    }

    [Fact]
    public void WidevineBox_WithAContentId_NamesIt()
    {
        PsshBox.TryReadAll(WidevineBox.Of([Digits, Letters], "film", "cbcs"), out var boxes).ShouldBeTrue();
        Convert.ToHexStringLower(boxes.Single().Data).ShouldBe("1210" + "30313233343536373839303132333435" + "1210" + "4142434445464748494a4b4c4d4e4f50" + "2204" + "66696c6d" + "48f3c6899b06");
    }

    [Theory]
    [InlineData("cenc", "4.2.0.0", "AESCTR")]
    [InlineData("cbcs", "4.3.0.0", "AESCBC")]
    public void PlayReadyBox_HoldsAHeaderInUtf16(string scheme, string version, string algorithm)
    {
        PsshBox.TryReadAll(PlayReadyBox.Of([new("00112233-4455-6677-8899-aabbccddeeff")], scheme), out var boxes).ShouldBeTrue();
        var data = boxes.Single().Data;
        (BitConverter.ToInt32(data, 0), BitConverter.ToInt16(data, 4), BitConverter.ToInt16(data, 6), BitConverter.ToInt16(data, 8)).ShouldBe((data.Length, (short)1, (short)1, (short)(data.Length - 10)));
        System.Text.Encoding.Unicode.GetString(data, 10, data.Length - 10).ShouldBe(
            $"""<WRMHEADER xmlns="http://schemas.microsoft.com/DRM/2007/03/PlayReadyHeader" version="{version}"><DATA><PROTECTINFO><KIDS><KID ALGID="{algorithm}" VALUE="MyIRAFVEd2aImaq7zN3u/w=="></KID></KIDS></PROTECTINFO></DATA></WRMHEADER>""");
    }

    [Fact]
    public void Read_BoxesOfOthers_GivesWhatTheyHold()
    {
        PsshBox.TryReadAll(Convert.FromHexString(PublishedWidevine + W3CExample), out var boxes).ShouldBeTrue();
        boxes.Select(b => b.SystemId).ShouldBe([SystemIds.Widevine, SystemIds.Common]);
        boxes[0].Data.Length.ShouldBe(40);
        boxes[1].KeyIds.ShouldBe([Digits, Letters]);
        Convert.ToHexStringLower([.. boxes.SelectMany(b => b.Write())]).ShouldBe(PublishedWidevine + W3CExample);
    }

    [Fact]
    public void Read_DamagedBoxes_SaysSo()
    {
        var box = Convert.FromHexString(W3CExample);
        for (var length = 1; length < box.Length; length++)
            PsshBox.TryReadAll(box.AsSpan(0, length), out _).ShouldBeFalse();
        foreach (var (at, value) in (ReadOnlySpan<(int, byte)>)[(3, 0x43), (0, 0x80), (4, 0), (8, 2), (28, 0x7f), (31, 3), (67, 1)])
        {
            byte[] changed = [.. box];
            changed[at] = value;
            PsshBox.TryReadAll(changed, out _).ShouldBeFalse($"byte {at}");
        }
    }
}
