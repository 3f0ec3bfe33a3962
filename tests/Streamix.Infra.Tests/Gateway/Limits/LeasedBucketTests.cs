using Streamix.Infra.Gateway.Limits;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Limits;

public sealed class LeasedBucketTests
{
    private static readonly LimitRule Rule = new() { Permits = 1000, Window = TimeSpan.FromHours(1) };
    private readonly ManualTime _time = new();
    private readonly CountingPermits _source;

    public LeasedBucketTests() => _source = new CountingPermits(_time);

    [Fact]
    public async Task Take_Busy_AsksSeldomAndAdmitsExactly()
    {
        var bucket = Bucket();
        var admitted = 0;
        for (var i = 0; i < 2000; i++)
        {
            admitted += (await bucket.TakeAsync()).Admitted ? 1 : 0;
        }

        admitted.ShouldBe(1000);
        _source.Calls.ShouldBeLessThan(60);
    }

    [Fact]
    public async Task Take_ManyAtOnce_AdmitsExactly()
    {
        var bucket = Bucket();
        var decisions = await Task.WhenAll(Enumerable.Range(0, 3000).Select(_ => Task.Run(async () => await bucket.TakeAsync())));
        decisions.Count(d => d.Admitted).ShouldBe(1000);
    }

    [Fact]
    public async Task Take_TwoReplicas_ShareOneLimit()
    {
        var (one, two) = (Bucket(), Bucket());
        var admitted = 0;
        for (var i = 0; i < 2000; i++)
        {
            admitted += (await (i % 3 == 0 ? one : two).TakeAsync()).Admitted ? 1 : 0;
        }

        admitted.ShouldBeInRange(1000 - Rule.MaxLease * 2, 1000);
    }

    [Fact]
    public async Task Take_SeldomUsed_HoldsNothingBack()
    {
        var (one, two) = (Bucket(), Bucket());
        for (var i = 0; i < 20; i++)
        {
            (await one.TakeAsync()).Admitted.ShouldBeTrue();
            _time.Advance(TimeSpan.FromSeconds(2));
        }

        _source.LargestWish.ShouldBe(1);
        (await two.TakeAsync()).Admitted.ShouldBeTrue();
    }

    [Fact]
    public async Task Take_AfterAPause_GivesTheUnusedBack()
    {
        var bucket = Bucket();
        for (var i = 0; i < 20; i++)
        {
            await bucket.TakeAsync();
        }

        _time.Advance(TimeSpan.FromSeconds(5));
        await bucket.TakeAsync();
        _source.GivenBack.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Take_Refused_IsRememberedForAMoment()
    {
        var bucket = Bucket(new LimitRule { Permits = 1, Window = TimeSpan.FromMinutes(1) });
        (await bucket.TakeAsync()).Admitted.ShouldBeTrue();
        var refused = await bucket.TakeAsync();
        refused.Admitted.ShouldBeFalse();
        refused.RetryAfter.ShouldBe(TimeSpan.FromMinutes(1));
        var calls = _source.Calls;
        (await bucket.TakeAsync()).Admitted.ShouldBeFalse();
        _source.Calls.ShouldBe(calls);
        _time.Advance(TimeSpan.FromMinutes(1));
        (await bucket.TakeAsync()).Admitted.ShouldBeTrue();
    }

    private LeasedBucket Bucket(LimitRule? rule = null) => new("key", rule ?? Rule, _source, TimeSpan.FromSeconds(1), _time);

    private sealed class CountingPermits(TimeProvider time) : IPermits
    {
        private readonly Lock _gate = new();
        private double _arrival;

        public int Calls { get; private set; }
        public int LargestWish { get; private set; }
        public int GivenBack { get; private set; }

        public async ValueTask<Grant> TakeAsync(string key, LimitRule rule, int wanted, int unused)
        {
            await Task.Yield();
            lock (_gate)
            {
                Calls++;
                GivenBack += unused;
                LargestWish = Math.Max(LargestWish, wanted);
                (var grant, _arrival) = Gcra.Take(_arrival, time.GetUtcNow().UtcTicks / 10d, rule, wanted, unused);
                return grant;
            }
        }
    }
}
