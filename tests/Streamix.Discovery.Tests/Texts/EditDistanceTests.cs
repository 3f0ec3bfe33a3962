using Streamix.Discovery.Index.PostgreSql.Asking;

namespace Streamix.Discovery.Tests.Texts;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("matrix", "matrix", 0)]
    [InlineData("matirx", "matrix", 1)]
    [InlineData("matrx", "matrix", 1)]
    [InlineData("natrix", "matrix", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    public void Between_Words_CountsSlips(string one, string other, int distance)
    {
        EditDistance.Between(one, other).ShouldBe(distance);
        EditDistance.Between(other, one).ShouldBe(distance);
    }

    [Fact]
    public void Nearest_Candidates_AreThoseOfTheLeastDistanceInTheirOrder() =>
        EditDistance.Nearest("matrx", ["matter", "matrix", "metrx", "unlike"]).ShouldBe(["matrix", "metrx"]);

    [Fact]
    public void Nearest_ShortWords_HaveNoSlips() => EditDistance.Nearest("it", ["at", "is"]).ShouldBeEmpty();
}
