using Shouldly;
using Streamix.ServiceDefaults.Messaging.Outbox;

namespace Streamix.Messaging.Tests.Outbox;

public sealed class HeldTypesTests
{
    private readonly MovingTime _time = new();
    private readonly HeldTypes _held;

    public HeldTypesTests() => _held = new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5), _time);

    [Fact]
    public void Held_type_Is_passed_over_until_its_next_probe()
    {
        _held.Add("a").ShouldBeTrue();
        _held.Add("a").ShouldBeFalse();
        _held.Current.ShouldBe(["a"]);
        _time.Advance(TimeSpan.FromSeconds(11));
        _held.Current.ShouldBeEmpty();
        _held.Any.ShouldBeTrue();
    }

    [Fact]
    public void Type_without_listener_for_long_Expires_however_often_it_was_probed()
    {
        for (var i = 0; i < 30; i++)
        {
            _held.Expired.ShouldBeEmpty();
            _held.Add("a");
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        _held.Expired.ShouldBe(["a"]);
    }

    [Fact]
    public void Released_type_Is_forgotten()
    {
        _held.Add("a");
        _held.Release("a");
        _held.Any.ShouldBeFalse();
        _held.Add("a").ShouldBeTrue();
    }
}
