using Shouldly;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Messaging.Tests.Data;

public sealed class StorableTextTests
{
    [Theory]
    [InlineData("plain", 10, "plain")]
    [InlineData("plain", 3, "pla")]
    [InlineData("a\0b\0", 10, "ab")]
    [InlineData("\0\0ab", 2, "ab")]
    [InlineData("ab\ud83d\ude00", 4, "ab\ud83d\ude00")]
    [InlineData("ab\ud83d\ude00", 3, "ab")]
    [InlineData("", 3, "")]
    public void Text_Is_cut_between_characters_and_without_NUL(string text, int length, string storable) => StorableText.Of(text, length).ShouldBe(storable);

    [Fact]
    public void Half_a_pair_Becomes_the_replacement_character() =>
        StorableText.Of(new string(['a', '\ud83d', 'b', '\ude00']), 10).ShouldBe("a\ufffdb\ufffd");
}
