using Shouldly;
using Streamix.Deploy.Manifest;
using Xunit;

namespace Streamix.Deploy.Tests;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("{a.b}", "<a.b>")]
    [InlineData("Host={pg.bindings.tcp.host};Port={pg.bindings.tcp.port}", "Host=|<pg.bindings.tcp.host>|;Port=|<pg.bindings.tcp.port>")]
    [InlineData("{{literal}} {a.b}", "{literal} |<a.b>")]
    public void Parse_TextAndReferences_AreToldApart(string value, string expected)
    {
        var parts = Expression.Parse(value).Select(part => part.IsReference ? $"<{part.Text}>" : part.Text);

        string.Join('|', parts).ShouldBe(expected);
    }

    [Fact]
    public void Parse_BraceNotClosed_IsRefused() =>
        Should.Throw<DeployException>(() => Expression.Parse("Host={pg.bindings")).Message.ShouldContain("not closed");
}
