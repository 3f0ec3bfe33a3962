using System.Diagnostics.Metrics;
using Npgsql;
using Streamix.Streaming.Rights;
using Streamix.Streaming.Rights.Caching;
using Streamix.Streaming.Tests.Rights.Hosting;
using Streamix.Testing;

namespace Streamix.Streaming.Tests.Rights;

public sealed class FactCacheTests : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MovingTime _time = new(Some.Now);
    private readonly Guid _id = Guid.CreateVersion7();
    private int _reads;

    public void Dispose() => _services.Dispose();

    private FactCache<int> Cache(Func<int, Task<int>>? read = null, int most = 100, TimeSpan? patience = null) => new(
        "number",
        async (_, token) => new(await (read?.Invoke(Interlocked.Increment(ref _reads)) ?? Task.FromResult(Interlocked.Increment(ref _reads))).WaitAsync(token), _time.GetUtcNow() + Life),
        most, patience ?? TimeSpan.FromMinutes(1), _time, new RightsMetrics(_services.GetRequiredService<IMeterFactory>()));

    [Fact]
    public async Task Get_Again_IsFromMemoryUntilItIsTooOldOrDropped()
    {
        var cache = Cache();
        (await cache.GetAsync(_id, default)).ShouldBe(1);
        (await cache.GetAsync(_id, default)).ShouldBe(1);
        cache.Drop(_id);
        (await cache.GetAsync(_id, default)).ShouldBe(2);
        _time.Advance(Life);
        (await cache.GetAsync(_id, default)).ShouldBe(3);
        cache.Clear();
        (await cache.GetAsync(_id, default)).ShouldBe(4);
    }

    [Fact]
    public async Task Get_ByManyAtOnce_ReadsOnce()
    {
        var answer = new TaskCompletionSource<int>();
        var cache = Cache(_ => answer.Task);
        var asking = Enumerable.Range(0, 50).Select(_ => Task.Run(() => cache.GetAsync(_id, default).AsTask())).ToArray();
        answer.SetResult(7);
        (await Task.WhenAll(asking)).ShouldAllBe(n => n == 7);
        _reads.ShouldBe(1);
    }

    [Fact]
    public async Task Get_DroppedWhileBeingRead_IsReadAgainByTheNext()
    {
        var first = new TaskCompletionSource<int>();
        var cache = Cache(n => n == 1 ? first.Task : Task.FromResult(n));
        var before = cache.GetAsync(_id, default).AsTask();
        cache.Drop(_id);
        first.SetResult(1);
        (await before).ShouldBe(1);
        (await cache.GetAsync(_id, default)).ShouldBe(2);
    }

    [Fact]
    public async Task Get_AfterAFailure_TriesAgain()
    {
        var cache = Cache(n => n == 1 ? Task.FromException<int>(new InvalidOperationException()) : Task.FromResult(n));
        await Should.ThrowAsync<InvalidOperationException>(() => cache.GetAsync(_id, default).AsTask());
        (await cache.GetAsync(_id, default)).ShouldBe(2);
    }

    [Fact]
    public async Task Get_DatabaseAwayForAKnownFact_GoesOnWithWhatWasKnown()
    {
        var cache = Cache(n => n == 2 ? Task.FromException<int>(new NpgsqlException("away", new IOException())) : Task.FromResult(n));
        await cache.GetAsync(_id, default);
        _time.Advance(Life);
        (await cache.GetAsync(_id, default)).ShouldBe(1);
        (await cache.GetAsync(_id, default)).ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(6));
        (await cache.GetAsync(_id, default)).ShouldBe(3);
    }

    [Fact]
    public async Task Get_TooSlowForAnUnknownFact_EndsInTime()
    {
        var cache = Cache(_ => new TaskCompletionSource<int>().Task, patience: TimeSpan.FromMilliseconds(50));
        await Should.ThrowAsync<TimeoutException>(() => cache.GetAsync(_id, default).AsTask());
        cache.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Get_OfMoreThanFit_KeepsTheBound()
    {
        var cache = Cache(most: 64);
        for (var i = 0; i < 1000; i++)
            await cache.GetAsync(Guid.NewGuid(), default);
        cache.Count.ShouldBeInRange(1, 64);
    }
}
