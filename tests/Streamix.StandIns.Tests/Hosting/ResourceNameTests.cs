using Aspire.Hosting;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class ResourceNameTests
{
    [Theory]
    [InlineData("a_b", "Name must contain only ASCII letters, digits, and hyphens.")]
    [InlineData("1a", "Name must start with an ASCII letter.")]
    [InlineData("a--b", "Name cannot contain consecutive hyphens.")]
    [InlineData("a-", "Name cannot end with a hyphen.")]
    public void Malformed_name_Is_refused_with_its_reason(string name, string reason) =>
        Should.Throw<ArgumentException>(() => Apps.Run().AddContainer(name, "image")).Message.ShouldStartWith($"Resource name '{name}' is invalid. {reason}");

    [Fact]
    public void Name_of_65_characters_Is_refused() =>
        Should.Throw<ArgumentException>(() => Apps.Run().AddContainer(new string('a', 65), "image")).Message.ShouldContain("between 1 and 64 characters");

    [Fact]
    public void Taken_name_Is_refused_whatever_its_case()
    {
        var app = Apps.Run();
        app.AddContainer("cache", "image");

        Should.Throw<DistributedApplicationException>(() => app.AddContainer("Cache", "image")).Message.ShouldEndWith("Resource names are case-insensitive.");
    }
}
