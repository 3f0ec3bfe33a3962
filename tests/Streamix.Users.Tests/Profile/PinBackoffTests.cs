using Streamix.Users.Profile.Pins;

namespace Streamix.Users.Tests.Profile;

public sealed class PinBackoffTests
{
    [Theory]
    [InlineData(1, null, 4)]
    [InlineData(4, null, 1)]
    [InlineData(5, 30, 0)]
    [InlineData(6, 60, 0)]
    [InlineData(9, 480, 0)]
    [InlineData(16, 61440, 0)]
    [InlineData(17, 86400, 0)]
    [InlineData(int.MaxValue, 86400, 0)]
    public void After_SomeFailures_RestsLongerAndLonger(int failures, int? seconds, int left)
    {
        PinBackoff.After(failures)?.TotalSeconds.ShouldBe(seconds!.Value);
        PinBackoff.After(failures).HasValue.ShouldBe(seconds.HasValue);
        PinBackoff.Left(failures).ShouldBe(left);
    }
}
