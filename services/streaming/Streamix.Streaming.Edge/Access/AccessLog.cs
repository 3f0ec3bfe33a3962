using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Hosting;
using Streamix.Streaming.Edge.Nginx;
using Streamix.Streaming.Edge.Reporting;

namespace Streamix.Streaming.Edge.Access;

/// <summary>
/// Reads what nginx logs. From a file, as a socket of this kind holds ten lines and then loses them; nginx turns to a new one before it grows large.
/// </summary>
internal sealed class AccessLog(EdgeFolder folder, EdgeStanding standing, EdgeMetrics metrics, Traffic traffic, IOptions<EdgeOptions> options, TimeProvider time, ILogger<AccessLog> logger)
    : Rounds(Interval, time, logger)
{
    /// <summary>Workers turn at their next event: until then they write to the earlier file.</summary>
    private const int QuietRounds = 8;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private readonly Lock _reading = new();
    private GrowingFile? _present;
    private GrowingFile? _earlier;
    private int _quiet;
    private bool _closed;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        folder.Make();
        File.Delete(folder.AccessLog);
        File.Delete(folder.EarlierAccessLog);
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Look();
    }

    public override void Dispose()
    {
        lock (_reading)
        {
            _closed = true;
            _present?.Dispose();
            _earlier?.Dispose();
        }

        base.Dispose();
    }

    protected override Task RoundAsync(CancellationToken stoppingToken)
    {
        Look();
        return Task.CompletedTask;
    }

    private void Look()
    {
        lock (_reading)
            if (!_closed)
                ReadOn();
    }

    private void ReadOn()
    {
        if (_earlier is not null)
            LookBack(_earlier);
        if (_present is null && File.Exists(folder.AccessLog))
            _present = new(folder.AccessLog);
        _present?.Read(Take);
        if (_present is { } full && full.Bytes >= options.Value.LogBytes && _earlier is null)
            Turn(full);
    }

    private void LookBack(GrowingFile earlier)
    {
        _quiet = earlier.Read(Take) > 0 ? 0 : _quiet + 1;
        if (_quiet < QuietRounds || !File.Exists(folder.AccessLog))
            return;
        earlier.Dispose();
        _earlier = null;
        File.Delete(folder.EarlierAccessLog);
    }

    private void Turn(GrowingFile full)
    {
        File.Move(folder.AccessLog, folder.EarlierAccessLog, overwrite: true);
        ChildGroup.Tell(standing.Process, ChildGroup.User1);
        (_earlier, _present, _quiet) = (full, null, 0);
    }

    private void Take(ReadOnlySpan<byte> text)
    {
        if (AccessLine.Read(text) is not { } line)
            return;
        metrics.Served(line);
        traffic.Add(line);
    }
}
