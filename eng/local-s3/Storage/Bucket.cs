using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Storage;

internal sealed class Bucket(string name, string folder, DateTimeOffset created)
{
    private readonly Lock gate = new();
    private int visitors;
    private bool closed;

    public string Name => name;

    public string Folder => folder;

    public DateTimeOffset Created => created;

    public KeyIndex Index { get; } = new();

    public ConcurrentDictionary<string, Upload> Uploads { get; } = new(StringComparer.Ordinal);

    public BucketSettings Settings { get; } = new();

    public string Objects => Path.Combine(folder, "objects");

    public string UploadFolder(string id) => Path.Combine(folder, "uploads", id);

    public string RecordPath(string key)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return Path.Combine(Objects, hash[..2], hash + ".json");
    }

    /// <summary>Held while something is written into the bucket, so that it is not deleted meanwhile.</summary>
    public Visit Enter()
    {
        lock (gate)
        {
            if (closed)
                throw S3Error.NoSuchBucket(name);
            visitors++;
            return new(this);
        }
    }

    /// <summary>False while the bucket has keys or writers.</summary>
    public bool TryClose()
    {
        lock (gate)
        {
            if (visitors > 0 || Index.Count > 0)
                return false;
            closed = true;
            return true;
        }
    }

    private void Leave()
    {
        lock (gate)
            visitors--;
    }

    internal readonly struct Visit(Bucket bucket) : IDisposable
    {
        public void Dispose() => bucket.Leave();
    }
}
