using Microsoft.Extensions.Options;

namespace Streamix.Frontend.Pages.Builds;

/// <summary>The built app in memory. While it is being built anew, the one before it is served.</summary>
internal sealed partial class BuildStore(IOptions<PagesOptions> options, IHostEnvironment environment, TimeProvider time, ILogger<BuildStore> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private Build? _current;
    private string? _signature;
    private long? _lookedAt;

    public string Root { get; } = Path.GetFullPath(options.Value.Root, environment.ContentRootPath);

    /// <summary>Null until there is one.</summary>
    public Build? Current
    {
        get
        {
            lock (_lock)
            {
                if (_lookedAt is { } at && time.GetElapsedTime(at) < Fresh) return _current;
                _lookedAt = time.GetTimestamp();
                Look();
                return _current;
            }
        }
    }

    private void Look()
    {
        try
        {
            var signature = BuildReader.Signature(Root);
            if (signature == _signature) return;
            if (BuildReader.Read(Root) is { } build)
            {
                _current = build;
                Log.Loaded(logger, Root, build.Assets.Count);
            }
            _signature = signature;
        }
        catch (IOException e)
        {
            Log.Unreadable(logger, e, Root);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The app of {Root}: its page and {Assets} other files")]
        public static partial void Loaded(ILogger logger, string root, int assets);

        [LoggerMessage(LogLevel.Warning, "{Root} could not be read now")]
        public static partial void Unreadable(ILogger logger, Exception exception, string root);
    }
}
