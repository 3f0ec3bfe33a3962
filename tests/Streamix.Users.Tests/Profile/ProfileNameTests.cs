using Streamix.Users.Profile.Profiles;

namespace Streamix.Users.Tests.Profile;

public sealed class ProfileNameTests
{
    [Theory]
    [InlineData("Ana", true)]
    [InlineData("मीरा", true)]
    [InlineData("👩‍👧 us", true)]
    [InlineData("می‌خواهم", true)]
    [InlineData("7", true)]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("\u200d", false)]
    [InlineData("\u202eana", false)]
    [InlineData("a\u0007b", false)]
    [InlineData("a\u2028b", false)]
    [InlineData("a\ue000", false)]
    public void IsVisible_EachName_IsJudged(string name, bool visible) => ProfileName.IsVisible(name).ShouldBe(visible);

    [Theory]
    [InlineData("Ana", "aNA")]
    [InlineData("Élodie", "éLODIE")]
    [InlineData("a\u200db", "AB")]
    public void Fold_NamesOfOneSound_AreEqual(string one, string other) => ProfileName.Fold(one).ShouldBe(ProfileName.Fold(other));

    [Theory]
    [InlineData("  Ana   Maria ", "Ana Maria")]
    [InlineData("\u202e\u0000", "Profile")]
    [InlineData("A name that is longer than any profile may have", "A name that is longer than any")]
    public void From_AnyText_KeepsTheRules(string text, string name) => ProfileName.From(text).ShouldBe(name);

    [Theory]
    [InlineData("Ana", 2, "Ana 2")]
    [InlineData("A name that is longer than any", 12, "A name that is longer than 12")]
    public void Numbered_Name_Fits(string name, int number, string numbered) => ProfileName.Numbered(name, number).ShouldBe(numbered);
}
