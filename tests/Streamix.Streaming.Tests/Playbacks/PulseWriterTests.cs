using System.Diagnostics;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.PlaybackContext.Heartbeats;
using Streamix.Streaming.Tests.Playbacks.Hosting;

namespace Streamix.Streaming.Tests.Playbacks;

public sealed class PulseWriterTests : IAsyncLifetime
{
    private readonly PlaybackHost _host = new()
    {
        Settings = { ["ConnectionStrings:streaming-playback-context-db"] = "Host=127.0.0.1;Port=1;Database=none;Username=nobody;Password=none;Timeout=1" },
    };

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Write_WithTheDatabaseAway_FailsSoonAndHoldsNobodyUp()
    {
        var clock = Stopwatch.StartNew();
        for (var sequence = 1; sequence <= 3; sequence++)
            await Should.ThrowAsync<DependencyUnavailableException>(_host.Get<PulseWriter>().WriteAsync(new(Guid.NewGuid(), sequence, 1, null), default));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }
}
