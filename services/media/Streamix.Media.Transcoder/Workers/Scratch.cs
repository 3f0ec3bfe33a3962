using Microsoft.Extensions.Options;

namespace Streamix.Media.Transcoder.Workers;

/// <summary>
/// This replica's folder on the local disk, within a limit. A lock beside the folder tells that its replica lives; what dead ones left is deleted
/// at start, what this one leaves at the end.
/// </summary>
internal sealed partial class Scratch(WorkerName worker, IOptions<TranscoderOptions> options, ILogger<Scratch> logger) : IDisposable
{
    private const string LockSuffix = ".lock";
    private readonly Lock _lock = new();
    private FileStream? _alive;
    private long _reserved;

    /// <summary>Bytes promised to those who asked.</summary>
    public long Reserved => Interlocked.Read(ref _reserved);

    private string Root => Path.GetFullPath(options.Value.Scratch);

    private string Own => Path.Combine(Root, worker.Value);

    /// <summary>An empty folder of this name with room for so many bytes; deleted and given back when disposed of.</summary>
    /// <exception cref="ScratchFullException">There is no such room.</exception>
    public ScratchFolder Open(string name, long bytes)
    {
        Reserve(bytes);
        var path = Path.Combine(Own, name);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch
        {
            Release(bytes);
            throw;
        }
        return new(path, () =>
        {
            TryDelete(path);
            Release(bytes);
        });
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_alive is null)
                return;
            var deleted = TryDelete(Own);
            _alive.Dispose();
            if (deleted)
                File.Delete(Own + LockSuffix);
            _alive = null;
        }
    }

    private void Reserve(long bytes)
    {
        var limit = options.Value.ScratchLimit;
        lock (_lock)
        {
            Begin();
            if (_reserved + bytes > limit)
                throw new ScratchFullException(bytes, limit, never: bytes > limit);
            _reserved += bytes;
        }
    }

    private void Release(long bytes)
    {
        lock (_lock)
            _reserved -= bytes;
    }

    private void Begin()
    {
        if (_alive is not null)
            return;
        Directory.CreateDirectory(Root);
        _alive = new(Own + LockSuffix, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        Directory.CreateDirectory(Own);
        foreach (var found in Directory.GetFiles(Root, "*" + LockSuffix))
            if (found != Own + LockSuffix)
                Inherit(found);
    }

    /// <summary>Whoever gets the lock of another replica knows that it is dead.</summary>
    private void Inherit(string found)
    {
        try
        {
            using var dead = new FileStream(found, FileMode.Open, FileAccess.Write, FileShare.None);
            var left = found[..^LockSuffix.Length];
            if (!TryDelete(left))
                return;
            File.Delete(found);
            Log.Inherited(logger, Path.GetFileName(left));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It lives, or somebody else is cleaning up after it.
        }
    }

    /// <summary>False when it stays.</summary>
    private bool TryDelete(string path)
    {
        try
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.Stays(logger, Path.GetFileName(path), e.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The scratch folder of {Worker}, which is gone, was deleted")]
        public static partial void Inherited(ILogger logger, string worker);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Scratch folder {Name} could not be deleted ({Error}); the next start does it")]
        public static partial void Stays(ILogger logger, string name, string error);
    }
}
