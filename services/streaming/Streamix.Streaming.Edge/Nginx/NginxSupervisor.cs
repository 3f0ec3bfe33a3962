using Microsoft.Extensions.Options;
using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Edge.Caches;
using Streamix.Streaming.Edge.Reporting;

namespace Streamix.Streaming.Edge.Nginx;

/// <summary>Writes nginx's files, keeps nginx running, and ends it without breaking off what viewers are fetching.</summary>
internal sealed partial class NginxSupervisor(
    EdgeFolder folder, CacheFolder cache, FirstOrders first, EdgeStanding standing, IOptions<EdgeOptions> options, IOptions<PathKeyOptions> keys, TimeProvider time, ILogger<NginxSupervisor> logger)
    : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private NginxPlace? _place;

    /// <exception cref="NginxMissingException">It cannot run here.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _place = NginxPlace.Find(options.Value);
        WriteFiles(_place);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await first.WaitAsync(options.Value.Patience, time, stoppingToken);
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            // One that was killed leaves its socket behind, and the next one would not start; and halves of objects, which nobody would ever look at.
            File.Delete(folder.InnerSocket);
            cache.DropUnfinished();
            var began = time.GetTimestamp();
            var nginx = await NginxProcess.StartAsync(_place!, folder, Say);
            standing.Process = nginx.Id;
            Log.Started(logger, nginx.Id, options.Value.Address);
            await Task.WhenAny(nginx.Exited, Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken));
            standing.IsServing = false;
            if (stoppingToken.IsCancellationRequested)
            {
                await EndAsync(nginx);
                return;
            }

            Log.Died(logger, await nginx.Exited);
            // Its workers would go on at the same port.
            ChildGroup.TellAll(nginx.Id, ChildGroup.Kill);
            pause = time.GetElapsedTime(began) >= Steady ? ShortestPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>First kindly, in the end by force.</summary>
    private async Task EndAsync(NginxProcess nginx)
    {
        foreach (var (signal, patience) in new[] { (ChildGroup.Quit, options.Value.Drain + Grace), (ChildGroup.Terminate, Grace) })
        {
            ChildGroup.Tell(nginx.Id, signal);
            if (await Task.WhenAny(nginx.Exited, Task.Delay(patience, CancellationToken.None)) == nginx.Exited)
                break;
        }

        ChildGroup.TellAll(nginx.Id, ChildGroup.Kill);
        await nginx.Exited;
    }

    private void WriteFiles(NginxPlace place)
    {
        folder.Make();
        var workers = WorkerUser.For(folder);
        workers?.Admit(folder);
        // Workers of another user than root could not enter folders of root alone.
        var user = workers is not null ? $"{workers.Name} {workers.Group}" : Environment.IsPrivilegedProcess ? "root" : null;
        Write(folder.Script, TokenScript.Of(keys.Value.All.Select(PathKey.Of)));
        Write(folder.Configuration, new NginxConfiguration(options.Value, folder, place.Module, user, OpenFiles.Most()).Write());
    }

    /// <summary>For this user's eyes: keys are in it.</summary>
    private static void Write(string path, string text)
    {
        File.Delete(path);
        using var stream = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }

    private void Say(string line)
    {
        var text = NginxLine.WithoutViewer(line);
        if (NginxLine.IsGrave(line))
            Log.Complained(logger, text);
        else
            Log.Said(logger, text);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "nginx runs as process {Process} and serves {Address}")]
        public static partial void Started(ILogger logger, int process, string address);

        [LoggerMessage(LogLevel.Error, "nginx ended with code {Code}; it is started again")]
        public static partial void Died(ILogger logger, int code);

        [LoggerMessage(LogLevel.Error, "nginx: {Line}")]
        public static partial void Complained(ILogger logger, string line);

        [LoggerMessage(LogLevel.Information, "nginx: {Line}")]
        public static partial void Said(ILogger logger, string line);
    }
}
