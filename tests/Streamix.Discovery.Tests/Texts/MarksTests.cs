using Streamix.Discovery.Index.Answers;
using Streamix.Discovery.Index.Texts;

namespace Streamix.Discovery.Tests.Texts;

public sealed class MarksTests
{
    [Fact]
    public void Parse_Marked_IsPieces() =>
        Marks.Parse("a \uE000b\uE001\uE000c\uE001 d").ShouldBe([new TextPart("a ", false), new TextPart("b", true), new TextPart("c", true), new TextPart(" d", false)]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nothing")]
    public void Parse_Unmarked_IsNull(string? text) => Marks.Parse(text).ShouldBeNull();

    [Fact]
    public void Clean_ForeignMarks_AreTakenOut() => Marks.Clean("a\uE000b\uE001").ShouldBe("ab");

    [Theory]
    [InlineData("<b>bold</b> & more")]
    [InlineData("&lt;script&gt;")]
    [InlineData("plain")]
    public void Disguise_Markup_ComesBackAsItWas(string text)
    {
        Marks.Disguise(text).ShouldNotContain("<");
        string.Concat(Marks.Parse($"\uE000{Marks.Disguise(text)}\uE001")!.Select(p => p.Text)).ShouldBe(text);
    }
}
