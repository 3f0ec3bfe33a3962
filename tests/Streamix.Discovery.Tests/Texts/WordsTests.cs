using Streamix.Discovery.Index.Texts;

namespace Streamix.Discovery.Tests.Texts;

public sealed class WordsTests
{
    [Theory]
    [InlineData("The Matrix", "The Matrix")]
    [InlineData("Spider-Man: No Way Home!", "Spider Man No Way Home")]
    [InlineData("  Ocean's  11 ", "Ocean s 11")]
    [InlineData("東京物語", "東京 京物 物語")]
    [InlineData("東", "東")]
    [InlineData("AKIRA アキラ 2", "AKIRA アキ キラ 2")]
    [InlineData("Akira物語", "Akira 物語")]
    [InlineData("物Akira", "物 Akira")]
    [InlineData("re\u0301sume\u0301", "re\u0301sume\u0301")]
    [InlineData("<b>&amp;</b>", "b amp b")]
    [InlineData("!?", "")]
    public void Of_Text_IsItsWords(string text, string words) => Words.Of(text).ShouldBe(words);
}
