using System.IO.Hashing;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Clients.Hashing;

public sealed class XxHash3Tests
{
    [Theory]
    [InlineData(0, 0x2D06800538D394C2, 0xA8A6B918B2F0364A)]
    [InlineData(1, 0xC44BDFF4074EECDB, 0x032BE332DD766EF8)]
    [InlineData(6, 0x27B56A84CD2D7325, 0x84589C116AB59AB9)]
    [InlineData(12, 0xA713DAF0DFBB77E7, 0xE7303E1B2336DE0E)]
    [InlineData(24, 0xA3FE70BF9D3510EB, 0x850E80FC35BDD690)]
    [InlineData(48, 0x397DA259ECBA1F11, 0xADC2CBAA44ACC616)]
    [InlineData(80, 0xBCDEFBBB2C47C90A, 0xC6DD0CB699532E73)]
    [InlineData(195, 0xCD94217EE362EC3A, 0xBA68003D370CB3D9)]
    [InlineData(403, 0xCDEB804D65C6DEA4, 0x6259F6ECFD6443FD)]
    [InlineData(512, 0x617E49599013CB6B, 0x3CE457DE14C27708)]
    [InlineData(2048, 0xDD59E2C3A5F038E0, 0x66F81670669ABABC)]
    [InlineData(2240, 0x6E73A90539CF2948, 0x757BA8487D1B5247)]
    [InlineData(2367, 0xCB37AEB9E5D361ED, 0xD2DB3415B942B42A)]
    public void HashToUInt64_PublishedVector_IsMet(int length, ulong plain, ulong seeded)
    {
        var bytes = SanityBytes.Take(length);

        XxHash3.HashToUInt64(bytes).ShouldBe(plain);
        XxHash3.HashToUInt64(bytes, unchecked((long)SanityBytes.Prime64)).ShouldBe(seeded);
    }

    [Theory]
    [InlineData(1, 0xd0d496e05c553485)]
    [InlineData(2, 0x84d625edb7055eac)]
    [InlineData(3, 0x6ea2d59aca5c3778)]
    [InlineData(4, 0xbf65290914e80242)]
    [InlineData(8, 0xabc1413da6cd0209)]
    [InlineData(9, 0x8bc89400bfed51f6)]
    [InlineData(16, 0x7e46916754d7c9b8)]
    [InlineData(17, 0xed4be912ba5f836d)]
    [InlineData(32, 0xf59b59b58c304fd1)]
    [InlineData(33, 0x9013fb74ca603e0c)]
    [InlineData(97, 0x8ffc6a3111fe19da)]
    [InlineData(128, 0x06a146ee9a2da378)]
    [InlineData(129, 0xbc7138129bf065da)]
    [InlineData(513, 0x4bb5d42742f9765f)]
    [InlineData(2049, 0x3ba6afa0249fef9a)]
    [InlineData(2243, 0x0979f786a24edde7)]
    public void HashToUInt64_LengthAtABoundary_IsThePublishedOne(int length, ulong expected)
    {
        var bytes = new byte[length];
        var state = 1UL;
        for (var i = 0; i < length; i++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            bytes[i] = (byte)state;
        }

        XxHash3.HashToUInt64(bytes).ShouldBe(expected);
    }
}
