using Aspire.Hosting.Orchestration;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration;

public sealed class TemplatesTests
{
    [Theory]
    [InlineData("plain {brace}", "plain {brace}")]
    [InlineData("hi {{name}}", "hi {{\"{{\"}}name}}")]
    [InlineData("{{{{", "{{\"{{\"}}{{\"{{\"}}")]
    [InlineData("{{ portForServing }}", "{{\"{{\"}} portForServing }}")]
    public void Escape_OwnText_IsMadeLiteral(string text, string expected) => Templates.Escape(text).ShouldBe(expected);

    [Theory]
    [InlineData("http://localhost:{{portForServing \"api-http\"}}")]
    [InlineData("http://localhost:{{- portForServing \"api-http\" -}}/x")]
    [InlineData("{{- index .Annotations \"otel-service-name\" -}}")]
    public void Escape_QuestionToTheControlPlane_IsLeftAlone(string text) => Templates.Escape(text).ShouldBe(text);

    [Fact]
    public void Escape_Mixture_EscapesOnlyOwnText() =>
        Templates.Escape("{{x}}:" + Templates.PortForServing("a")).ShouldBe("{{\"{{\"}}x}}:{{portForServing \"a\"}}");
}
