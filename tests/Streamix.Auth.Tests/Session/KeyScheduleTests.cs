using Streamix.Auth.Session.Keys;

namespace Streamix.Auth.Tests.Session;

public sealed class KeyScheduleTests
{
    private static readonly DateTimeOffset Now = new(2030, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly KeySchedule _schedule = new(TimeSpan.FromDays(30), TimeSpan.FromHours(1), TimeSpan.FromHours(24));

    [Fact]
    public void Next_WithoutAnyKey_SignsAtOnce() => _schedule.NextActivation(null, Now).ShouldBe(Now);

    [Theory]
    [InlineData(0, null)]
    [InlineData(-29, null)]
    [InlineData(1, null)]
    [InlineData(-30, 1d)]
    [InlineData(-100, 1d)]
    public void Next_ByTheAgeOfTheLatest_IsAnnouncedBeforeItSigns(int days, double? hours) =>
        _schedule.NextActivation(Now.AddDays(days), Now).ShouldBe(hours is { } h ? Now.AddHours(h) : null);

    [Fact]
    public void Next_JustBeforeThePeriodEnds_SignsWhenItEnds() =>
        _schedule.NextActivation(Now.AddDays(-30).AddMinutes(60), Now).ShouldBe(Now.AddMinutes(60));

    [Fact]
    public void Dead_OnlyAfterTheRetention()
    {
        _schedule.IsDead(Now.AddHours(-23), Now).ShouldBeFalse();
        _schedule.IsDead(Now.AddHours(-24), Now).ShouldBeTrue();
    }
}
