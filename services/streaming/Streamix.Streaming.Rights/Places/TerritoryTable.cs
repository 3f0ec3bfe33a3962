using System.Net;
using Microsoft.Extensions.Options;

namespace Streamix.Streaming.Rights.Places;

/// <summary>The table in force: read once, and again when the file has changed. A file that cannot be read or meant leaves the last good one.</summary>
internal sealed partial class TerritoryTable(IOptions<RightsOptions> options, ILogger<TerritoryTable> logger)
{
    private readonly Lock _gate = new();
    private volatile Territories? _current;
    private (DateTime Written, long Length)? _read;

    public string? Find(IPAddress address) => (_current ?? Refresh()).Find(address);

    /// <summary>Looks at the file.</summary>
    public Territories Refresh()
    {
        lock (_gate)
        {
            var file = new FileInfo(Path.Combine(AppContext.BaseDirectory, options.Value.Territories.File));
            var state = file.Exists ? (file.LastWriteTimeUtc, file.Length) : ((DateTime, long)?)null;
            if (_current is { } current && state == _read)
                return current;
            _read = state;
            return _current = Read(file) ?? _current ?? Territories.None;
        }
    }

    private Territories? Read(FileInfo file)
    {
        try
        {
            var read = TerritoryFile.Parse(File.ReadLines(file.FullName));
            Log.Read(logger, read.Count);
            return read;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            Log.NotRead(logger, e);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The table of territories has {Count} ranges")]
        public static partial void Read(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Error, Message = "The table of territories cannot be read; the last good one holds")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
