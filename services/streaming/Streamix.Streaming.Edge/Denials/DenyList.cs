using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Edge.Nginx;

namespace Streamix.Streaming.Edge.Denials;

/// <summary>
/// An empty file for each playback that gets nothing: nginx looks for it before anything else. Its time of change is when it may go, so that a
/// restart forgets none.
/// </summary>
internal sealed class DenyList(EdgeFolder folder, TimeProvider time)
{
    /// <summary>A file that is there already and whose time is not set yet must not seem to be over.</summary>
    private readonly Lock _writing = new();

    public void Add(IEnumerable<RevokedPlayback> revoked)
    {
        lock (_writing)
        {
            foreach (var playback in revoked)
            {
                var path = PathOf(playback.PlaybackId);
                File.WriteAllBytes(path, []);
                File.SetLastWriteTimeUtc(path, playback.Until.UtcDateTime);
            }
        }
    }

    /// <summary>Removes those whose tokens have all expired; how many.</summary>
    public int Sweep()
    {
        lock (_writing)
        {
            var now = time.GetUtcNow().UtcDateTime;
            var over = Directory.EnumerateFiles(folder.Denied).Where(file => File.GetLastWriteTimeUtc(file) < now).ToList();
            over.ForEach(File.Delete);
            return over.Count;
        }
    }

    private string PathOf(Guid playbackId) => $"{folder.Denied}/{playbackId:D}";
}
