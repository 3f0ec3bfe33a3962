using System.Text;
using Streamix.Auth.Identity.Totp;

namespace Streamix.Auth.Tests.Identity;

public class TotpCodeTests
{
    private static readonly byte[] Secret = "12345678901234567890"u8.ToArray();

    /// <summary>RFC 6238, appendix B, the rows of SHA1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Code_OfTheRfcsTimes_IsTheRfcs(long seconds, string code) =>
        TotpCode.Of(Secret, TotpCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8).ShouldBe(code);

    /// <summary>RFC 4226, appendix D.</summary>
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(9, "520489")]
    public void Code_OfTheRfcsCounters_IsTheRfcs(long counter, string code) => TotpCode.Of(Secret, counter).ShouldBe(code);

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void Code_OfAnotherStep_CountsWithinOne(int seconds, bool counts)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        var code = TotpCode.Of(Secret, TotpCode.StepAt(now.AddSeconds(seconds)));
        TotpCode.StepOf(Secret, code, now).HasValue.ShouldBe(counts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    public void Code_OfNoForm_IsWrong(string typed) => TotpCode.StepOf(Secret, typed, DateTimeOffset.UtcNow).ShouldBeNull();

    /// <summary>RFC 4648, 10, without the padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_OfTheRfcsTexts_IsTheRfcs(string text, string encoded) => Base32.Of(Encoding.ASCII.GetBytes(text)).ShouldBe(encoded);
}
