using Streamix.Infra.Gateway.Edge;

namespace Streamix.Infra.Tests.Gateway.Edge;

public sealed class PathGuardTests
{
    [Theory]
    [InlineData("/api/v1/notes")]
    [InlineData("/api/v1/notes/1?next=/internal//x/../y")]
    [InlineData("/api/v1/notes/caf%C3%A9/a%20b")]
    [InlineData("/api/v1/notes/100%25")]
    [InlineData("/api/v1/notes/.well-known")]
    [InlineData("/api/v1/devices/health")]
    [InlineData("/api/v1/notes/internals")]
    public void Check_Ordinary_IsClean(string target) => PathGuard.Check(target).ShouldBe(PathVerdict.Clean);

    [Theory]
    [InlineData("/internal/notes")]
    [InlineData("/INTERNAL/notes")]
    [InlineData("/api/v1/internal/notes")]
    [InlineData("/api/v1/notes/internal/x")]
    [InlineData("/api/v1/notes/%69nternal/x")]
    [InlineData("/api/v1/notes/%2569nternal/x")]
    [InlineData("/api/v1/notes/../../../internal")]
    [InlineData("/api/v1/notes/./x")]
    [InlineData("/api/v1/notes/..")]
    [InlineData("/api/v1/notes/%2e%2e/internal")]
    [InlineData("/api/v1/notes/%252e%252e/internal")]
    [InlineData("/api/v1/notes/..%2finternal")]
    [InlineData("/api/v1/notes%2F..%2F..%2Finternal")]
    [InlineData("/api/v1/notes/..%5cinternal")]
    [InlineData("/api/v1/notes/..\\internal")]
    [InlineData("/api/v1/notes//internal")]
    [InlineData("//internal")]
    [InlineData("/api/v1/notes//x")]
    [InlineData("/health")]
    [InlineData("/Metrics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/v1/openapi/v1.json")]
    [InlineData("/api/v1/notes/a%0d%0ab")]
    public void Check_InternalOrAmbiguous_IsHidden(string target) => PathGuard.Check(target).ShouldBe(PathVerdict.Hidden);

    [Theory]
    [InlineData("/api/v1/notes/%ff")]
    [InlineData("/api/v1/notes/%c3%28")]
    [InlineData("/api/v1/notes/%zz")]
    [InlineData("/api/v1/notes/a%")]
    [InlineData("/api/v1/notes/a%00b")]
    [InlineData("/api/v1/notes?q=%ff")]
    public void Check_NotText_IsMalformed(string target) => PathGuard.Check(target).ShouldBe(PathVerdict.Malformed);
}
