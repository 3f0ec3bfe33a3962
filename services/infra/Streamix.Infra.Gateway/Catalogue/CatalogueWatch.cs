using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Streamix.Infra.Gateway.Limits;

namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>Reads the catalogue at the start and after every change; a bad one keeps the last good.</summary>
internal sealed partial class CatalogueWatch(
    CatalogueSources sources,
    CatalogueStore store,
    IOptionsMonitor<LimitsOptions> limits,
    IConfiguration configuration,
    IOptions<CatalogueOptions> options,
    TimeProvider time,
    ILogger<CatalogueWatch> logger) : BackgroundService
{
    private readonly SemaphoreSlim _nudge = new(0, 1);
    private IReadOnlyList<CatalogueSource>? _read;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Load();
        if (store.Revision == 0)
        {
            throw new InvalidOperationException("The route catalogue cannot be used: " + string.Join(" | ", store.Errors));
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watcher = WatchFolder();
        using var reloads = ChangeToken.OnChange(configuration.GetReloadToken, Nudge);
        while (!stoppingToken.IsCancellationRequested)
        {
            // Also at once: what changed between the first reading and the watch, nobody told.
            Load();
            await NextChangeAsync(stoppingToken);
        }
    }

    private async Task NextChangeAsync(CancellationToken stoppingToken)
    {
        if (await _nudge.WaitAsync(options.Value.Poll, stoppingToken))
        {
            await Task.Delay(options.Value.Settle, time, stoppingToken);
        }
    }

    private void Load()
    {
        try
        {
            var classes = limits.CurrentValue.Classes.Keys.ToHashSet(StringComparer.Ordinal);
            IReadOnlyList<CatalogueSource> read = [.. sources.Read(), new("classes", string.Join(',', classes.Order(StringComparer.Ordinal)))];
            if (_read is not null && _read.SequenceEqual(read))
            {
                return;
            }

            _read = read;
            Offer(CatalogueReader.Read(read.SkipLast(1), classes));
        }
        catch (Exception e)
        {
            Log.Unreadable(logger, e);
        }
    }

    private void Offer(CatalogueReading reading)
    {
        if (store.Offer(reading))
        {
            Log.Loaded(logger, store.Revision, store.Current.Routes.Count, store.Current.Services.Count);
            return;
        }

        foreach (var error in reading.Errors)
        {
            Log.Refused(logger, error);
        }
    }

    private FileSystemWatcher? WatchFolder()
    {
        if (!Directory.Exists(sources.Folder))
        {
            return null;
        }

        var watcher = new FileSystemWatcher(sources.Folder, "*.json");
        watcher.Changed += (_, _) => Nudge();
        watcher.Created += (_, _) => Nudge();
        watcher.Deleted += (_, _) => Nudge();
        watcher.Renamed += (_, _) => Nudge();
        try
        {
            watcher.EnableRaisingEvents = true;
        }
        catch (IOException e)
        {
            Log.Unwatched(logger, e);
        }

        return watcher;
    }

    private void Nudge()
    {
        try
        {
            _nudge.Release();
        }
        catch (SemaphoreFullException)
        {
            // A reading is already due.
        }
    }

    public override void Dispose()
    {
        _nudge.Dispose();
        base.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Route catalogue revision {Revision}: {Routes} routes of {Services} services")]
        public static partial void Loaded(ILogger logger, int revision, int routes, int services);

        [LoggerMessage(LogLevel.Error, "Route catalogue refused, the last good one stays: {Error}")]
        public static partial void Refused(ILogger logger, CatalogueError error);

        [LoggerMessage(LogLevel.Warning, "The folder of routes cannot be watched; it is looked at now and then")]
        public static partial void Unwatched(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Warning, "Route catalogue could not be read")]
        public static partial void Unreadable(ILogger logger, Exception exception);
    }
}
