using Streamix.Infra.Gateway.Sessions;

namespace Streamix.Infra.Tests.Gateway.Sessions;

public sealed class DenialTests
{
    private static readonly DateTimeOffset Until = DateTimeOffset.FromUnixTimeSeconds(2_000_000_000);

    [Theory]
    [InlineData("jti:abc", "jti", "abc", long.MaxValue, "revoked")]
    [InlineData("sid:abc#suspended", "sid", "abc", long.MaxValue, "suspended")]
    [InlineData("sid:abc@17#roles-changed", "sid", "abc", 17L, "roles-changed")]
    [InlineData("sub:abc@17", "sub", "abc", 17L, "revoked")]
    public void Member_OfEachForm_IsRead(string member, string kind, string id, long upTo, string reason) =>
        Denial.Read(new Revocation(member, Until)).ShouldBe(new Denial(kind, id, upTo, reason, Until));

    [Theory]
    [InlineData("")]
    [InlineData("sid:")]
    [InlineData("sid")]
    [InlineData("sub:abc@x")]
    public void Member_Malformed_IsNone(string member) => Denial.Read(new Revocation(member, Until)).ShouldBeNull();

    [Fact]
    public void Message_ThereAndBack_IsTheSame()
    {
        var revocation = Revocation.TokensOf("abc", DateTimeOffset.FromUnixTimeSeconds(17), Until, "roles-changed");
        Revocation.Parse(revocation.Message).ShouldBe(revocation);
    }
}
