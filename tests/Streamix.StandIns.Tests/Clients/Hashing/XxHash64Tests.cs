using System.IO.Hashing;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Clients.Hashing;

public sealed class XxHash64Tests
{
    [Theory]
    [InlineData(0, "ef46db3751d8e999", "ac75fda2929b17ef")]
    [InlineData(1, "e934a84adb052768", "5014607643a9b4c3")]
    [InlineData(4, "9136a0dca57457ee", "caab286bd8e9fdb5")]
    [InlineData(14, "8282dcc4994e35c8", "c3bd6bf63deb6df0")]
    [InlineData(222, "b641ae8cb691c174", "20cb8ab7ae10c14a")]
    public void Hash_PublishedVector_IsMet(int length, string plain, string seeded)
    {
        var bytes = SanityBytes.Take(length);

        Convert.ToHexStringLower(XxHash64.Hash(bytes)).ShouldBe(plain);
        Convert.ToHexStringLower(XxHash64.Hash(bytes.AsSpan(), (long)SanityBytes.Prime32)).ShouldBe(seeded);
    }

    [Theory]
    [InlineData("a", "d24ec4f1a98c6e5b")]
    [InlineData("abc", "44bc2cf5ad770999")]
    [InlineData("message digest", "066ed728fceeb3be")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "cfe1f278fa89835c")]
    [InlineData("The quick brown fox jumps over the lazy dog", "0b242d361fda71bc")]
    public void Hash_Text_IsThePublishedOne(string text, string expected) =>
        Convert.ToHexStringLower(XxHash64.Hash(System.Text.Encoding.ASCII.GetBytes(text))).ShouldBe(expected);
}
